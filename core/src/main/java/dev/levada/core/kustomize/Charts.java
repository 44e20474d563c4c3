package dev.levada.core.kustomize;

/// Renders the charts of `helmCharts`. The core only names what it wants; a renderer is plugged in
/// by whoever builds.
public interface Charts {

  /// The chart's manifests as YAML text.
  ///
  /// @throws BuildFailed where the chart is missing or cannot be rendered
  byte[] inflate(ChartRequest request);

  /// Refuses a chart that will not be rendered, before anything is generated.
  ///
  /// @param name the chart
  default void admit(String name) {}

  /// Refuses everything: for builds without a chart renderer, as `kustomize build` without
  /// `--enable-helm`.
  Charts REFUSED =
      new Charts() {
        @Override
        public byte[] inflate(ChartRequest request) {
          throw refused(request.name());
        }

        @Override
        public void admit(String name) {
          throw refused(name);
        }

        private BuildFailed refused(String name) {
          return new BuildFailed(
              "must specify --enable-helm",
              "Chart '"
                  + name
                  + "' is not rendered here: allow charts for this build, use a HelmRelease, or keep"
                  + " the rendered chart in the repository");
        }
      };
}
