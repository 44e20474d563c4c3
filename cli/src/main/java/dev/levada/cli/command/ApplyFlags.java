package dev.levada.cli.command;

import dev.levada.core.plan.fields.GroupKind;
import dev.levada.operator.destination.TargetOptions;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// The engine's flags that say how objects are applied, and as whom (flux-api §2.11, §4.4).
final class ApplyFlags {

  @Option(
      names = "--concurrent-ssa",
      defaultValue = "4",
      description = "Objects of one stage sent at once (${DEFAULT-VALUE}).")
  private int concurrentApply;

  @Option(
      names = "--default-service-account",
      defaultValue = "",
      description = "Account to act as where a Kustomization names none.")
  private String defaultServiceAccount = "";

  @Option(
      names = "--default-kubeconfig-service-account",
      defaultValue = "",
      description = "Account whose token opens a cluster that a ConfigMap describes.")
  private String defaultKubeconfigServiceAccount = "";

  @Option(
      names = "--insecure-kubeconfig-exec",
      arity = "0..1",
      fallbackValue = "true",
      description = "Let kubeconfigs from Secrets run programs.")
  private boolean kubeconfigPrograms;

  @Option(
      names = "--insecure-kubeconfig-tls",
      arity = "0..1",
      fallbackValue = "true",
      description = "Let kubeconfigs from Secrets leave certificates unchecked.")
  private boolean kubeconfigInsecure;

  @Option(
      names = "--override-manager",
      split = ",",
      description = "Further field managers whose fields are taken over (repeatable).")
  private List<String> overridden = List.of();

  @Option(
      names = "--custom-apply-stage-kinds",
      split = ",",
      converter = GroupKinds.class,
      description = "Kinds that are applied before the rest, as GROUP/KIND (repeatable).")
  private List<GroupKind> customStages = List.of();

  /// `GROUP/KIND` on the command line.
  static final class GroupKinds implements ITypeConverter<GroupKind> {
    @Override
    public GroupKind convert(String text) {
      int slash = text.indexOf('/');
      if (slash <= 0 || slash == text.length() - 1 || text.indexOf('/', slash + 1) >= 0) {
        throw new TypeConversionException(
            "'" + text + "' is not GROUP/KIND, such as cert-manager.io/Issuer");
      }
      return new GroupKind(text.substring(0, slash), text.substring(slash + 1));
    }
  }

  TargetOptions options(boolean migrateApiVersion) {
    return new TargetOptions(
        defaultServiceAccount,
        defaultKubeconfigServiceAccount,
        kubeconfigPrograms,
        kubeconfigInsecure,
        Set.copyOf(overridden),
        new LinkedHashSet<>(customStages),
        migrateApiVersion,
        concurrentApply);
  }
}
