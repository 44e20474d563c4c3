package dev.levada.cli.chart;

import dev.levada.cli.surroundings.CommandFailure;
import dev.levada.cli.surroundings.Surroundings;
import dev.levada.core.helm.HelmFailed;
import dev.levada.core.helm.values.Warnings;
import dev.levada.operator.telemetry.Logging;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `levada template`: what a Helm chart becomes, without a cluster and without Helm.
@Command(
    name = "template",
    description = "Render a Helm chart as helm template does, and print YAML.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  levada template podinfo charts/podinfo -n apps -f prod.yaml --set replicaCount=2",
      "  levada template charts/podinfo --show-only templates/service.yaml",
      "  echo '{\"chart\":\"charts/podinfo\",\"args\":[\"podinfo\"]}' | levada template --batch"
    })
public final class TemplateCommand implements Runnable {

  private final Surroundings around;

  @Mixin private final TemplateOptions options = new TemplateOptions();

  @Option(
      names = "--batch",
      description = {
        "Read requests from the standard input, one JSON object a line, and answer each by one line:",
        "{\"chart\":DIR,\"args\":[…]} gives {\"ok\":true,\"out\":…} or {\"ok\":false,\"err\":…}."
      })
  private boolean batch;

  /// @param around the terminal
  public TemplateCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public void run() {
    // What libraries log has no place in what is printed.
    Logging.configure(Logging.Verbosity.ERROR, Logging.Encoding.CONSOLE);
    var call = new TemplateCall(around.clock());
    DeepThread.run(() -> {
      if (batch) {
        new TemplateBatch(call)
            .run(
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
                around.terminal().out());
      } else {
        once(call);
      }
    });
  }

  private void once(TemplateCall call) {
    var warnings = new Warnings();
    try {
      TemplateCall.Printed printed = call.render(options, Optional.empty(), warnings);
      tell(warnings);
      around.print(
          options.outputDir == null ? printed.text() : OutputFolder.write(options, printed.text()));
    } catch (HelmFailed e) {
      tell(warnings);
      if (options.debug) {
        around.print(e.rendered());
      }
      String printed = e.printed(options.debug).substring("Error: ".length());
      throw new CommandFailure(printed.stripTrailing(), e.fix(), e);
    }
  }

  private void tell(Warnings warnings) {
    warnings.lines().forEach(around.terminal().err()::println);
    around.terminal().err().flush();
  }
}
