package dev.levada.core.kustomize;

import dev.levada.core.manifest.Mapping;
import dev.levada.core.tree.Tree;
import dev.levada.core.tree.TreePath;
import java.util.List;

/// One entry of `helmCharts`, ready to be rendered (kustomize.md section 17).
///
/// @param tree where charts in the source are read from
/// @param folder where the chart stands, if the source holds it
/// @param name the chart's name
/// @param repository the chart repository's address; may be empty
/// @param version the wanted version; may be empty
/// @param release the release's name; empty to have one made up
/// @param namespace the release's namespace; may be empty
/// @param values values in rising order of precedence, on top of the chart's own
/// @param switches what else the entry asks for
public record ChartRequest(
    Tree tree,
    TreePath folder,
    String name,
    String repository,
    String version,
    String release,
    String namespace,
    List<Mapping> values,
    Switches switches) {

  /// Takes over a copy of the list.
  public ChartRequest {
    values = List.copyOf(values);
  }

  /// What an entry of `helmCharts` asks of the renderer.
  ///
  /// @param ownValues whether the chart's own values count
  /// @param apiVersions API versions that the chart is told of
  /// @param kubeVersion the Kubernetes version that the chart is told of; may be empty
  /// @param nameTemplate a template for the release's name; may be empty
  /// @param includeCrds whether the chart's CRDs are put out
  /// @param skipTests whether test hooks are left out
  /// @param skipHooks whether hooks are left out
  /// @param devel whether versions that are not final count
  public record Switches(
      boolean ownValues,
      List<String> apiVersions,
      String kubeVersion,
      String nameTemplate,
      boolean includeCrds,
      boolean skipTests,
      boolean skipHooks,
      boolean devel) {

    /// Takes over a copy of the list.
    public Switches {
      apiVersions = List.copyOf(apiVersions);
    }
  }
}
