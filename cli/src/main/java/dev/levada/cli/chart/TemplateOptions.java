package dev.levada.cli.chart;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The options of `levada template`, which are those of `helm template` that matter without a
/// cluster.
@Command
final class TemplateOptions {

  @Parameters(
      paramLabel = "NAME CHART",
      arity = "0..*",
      description = "The release's name, which may be left out, and a chart's folder or archive.")
  List<String> positional = new ArrayList<>();

  @Option(
      names = {"-f", "--values"},
      split = ",",
      paramLabel = "FILE",
      description = "Values from a YAML file, or - for the standard input; later ones win.")
  List<String> values = new ArrayList<>();

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Set values: a.b=1,c[0]=x,d={1,2}.")
  List<String> set = new ArrayList<>();

  @Option(names = "--set-string", paramLabel = "KEY=VALUE", description = "Set values, all texts.")
  List<String> setString = new ArrayList<>();

  @Option(names = "--set-json", paramLabel = "KEY=JSON", description = "Set values in JSON.")
  List<String> setJson = new ArrayList<>();

  @Option(
      names = "--set-file",
      paramLabel = "KEY=FILE",
      description = "Set values to files' contents.")
  List<String> setFile = new ArrayList<>();

  @Option(
      names = "--set-literal",
      paramLabel = "KEY=TEXT",
      description = "Set one value to all that follows.")
  List<String> setLiteral = new ArrayList<>();

  @Option(
      names = {"-n", "--namespace"},
      paramLabel = "NAMESPACE",
      defaultValue = "default",
      description = "The release's namespace (default: ${DEFAULT-VALUE}).")
  String namespace = "default";

  @Option(names = "--include-crds", description = "Print what is in crds/ as well.")
  boolean includeCrds;

  @Option(names = "--no-hooks", description = "Leave hooks out.")
  boolean noHooks;

  @Option(names = "--skip-tests", description = "Leave tests out.")
  boolean skipTests;

  @Option(
      names = "--is-upgrade",
      description = "Set .Release.IsUpgrade instead of .Release.IsInstall.")
  boolean isUpgrade;

  @Option(
      names = {"-s", "--show-only"},
      paramLabel = "GLOB",
      description = "Print what these templates make, such as templates/*.yaml.")
  List<String> showOnly = new ArrayList<>();

  @Option(
      names = {"-a", "--api-versions"},
      split = ",",
      paramLabel = "VERSION",
      description = "More API versions for .Capabilities.APIVersions.")
  List<String> apiVersions = new ArrayList<>();

  @Option(
      names = "--kube-version",
      paramLabel = "VERSION",
      description = "The version of Kubernetes for .Capabilities.KubeVersion.")
  String kubeVersion = "";

  @Option(
      names = "--name-template",
      paramLabel = "TEMPLATE",
      description = "A template that makes the release's name.")
  String nameTemplate = "";

  @Option(
      names = {"-g", "--generate-name"},
      description = "Make a name of the chart's and the time.")
  boolean generateName;

  @Option(
      names = "--output-dir",
      paramLabel = "DIR",
      description = "Write one file for each template below this folder.")
  @Nullable Path outputDir;

  @Option(
      names = "--release-name",
      description = "Use the release's name in the path below --output-dir.")
  boolean releaseName;

  @Option(
      names = "--skip-schema-validation",
      description = "Do not hold the values against the charts' schemas.")
  boolean skipSchema;

  @Option(names = "--debug", description = "Print what was rendered where it is no YAML.")
  boolean debug;

  @Option(
      names = "--seed",
      paramLabel = "TEXT",
      description =
          "Make random functions repeatable: the same text, release and template give the same result.")
  @Nullable String seed;

  @Option(
      names = {
        "--atomic",
        "--create-namespace",
        "--devel",
        "--disable-openapi-validation",
        "--dry-run",
        "--force",
        "--force-conflicts",
        "--force-replace",
        "--hide-notes",
        "--insecure-skip-tls-verify",
        "--kube-insecure-skip-tls-verify",
        "--pass-credentials",
        "--plain-http",
        "--render-subchart-notes",
        "--replace",
        "--rollback-on-failure",
        "--server-side",
        "--skip-crds",
        "--take-ownership",
        "--wait",
        "--wait-for-jobs"
      },
      arity = "0",
      hidden = true,
      description = "Of no effect without a cluster.")
  List<Boolean> ofNoEffect = new ArrayList<>();

  @Option(
      names = {
        "--burst-limit",
        "--color",
        "--colour",
        "--content-cache",
        "--description",
        "--keyring",
        "--kube-apiserver",
        "--kube-as-group",
        "--kube-as-user",
        "--kube-ca-file",
        "--kube-context",
        "--kube-tls-server-name",
        "--kube-token",
        "--kubeconfig",
        "--labels",
        "-l",
        "--password",
        "--qps",
        "--registry-config",
        "--repository-cache",
        "--repository-config",
        "--timeout",
        "--username",
        "--version"
      },
      hidden = true,
      paramLabel = "TEXT",
      description = "Of no effect without a cluster.")
  List<String> textsOfNoEffect = new ArrayList<>();
}
