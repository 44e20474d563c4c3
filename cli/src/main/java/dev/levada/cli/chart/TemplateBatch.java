package dev.levada.cli.chart;

import dev.levada.cli.surroundings.CommandFailure;
import dev.levada.core.gotemplate.value.GoStrings;
import dev.levada.core.helm.HelmFailed;
import dev.levada.core.helm.values.Warnings;
import dev.levada.core.manifest.Json;
import dev.levada.core.manifest.MalformedManifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Scalar;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Answers requests, one JSON object a line, as long as there are any.
final class TemplateBatch {

  private final TemplateCall call;

  TemplateBatch(TemplateCall call) {
    this.call = call;
  }

  void run(BufferedReader in, PrintWriter out) {
    try {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (!line.isBlank()) {
          out.println(Json.text(answer(line)));
          out.flush();
        }
      }
    } catch (IOException e) {
      throw new CommandFailure("the requests cannot be read: " + e.getMessage(), "", e);
    }
  }

  private Mapping answer(String line) {
    var warnings = new Warnings();
    boolean debug = false;
    try {
      Request request = Request.read(line);
      debug = request.options().debug;
      String text = call.render(request.options(), request.chart(), warnings).text();
      return new Mapping().put("ok", Scalar.of(true)).put("out", text(text));
    } catch (HelmFailed e) {
      var said = new StringBuilder();
      warnings.lines().forEach(warning -> said.append(warning).append('\n'));
      return failed(said.append(e.printed(debug)).toString());
    } catch (RuntimeException | StackOverflowError e) {
      // One request that meets a bug must not take the others with it.
      return failed("Error: this is a bug in Levada: " + e + "\n");
    }
  }

  private static Mapping failed(String error) {
    return new Mapping().put("ok", Scalar.of(false)).put("err", text(error));
  }

  private static Scalar text(String text) {
    return new Scalar(Scalar.Kind.STRING, GoStrings.valid(text), true);
  }

  /// One request.
  ///
  /// @param chart the chart's path, where the request names it apart
  /// @param options the rest
  private record Request(Optional<String> chart, TemplateOptions options) {

    static Request read(String line) {
      Mapping mapping = mapping(line);
      var arguments = new ArrayList<>(mapping.sequenceAt("args").texts());
      if (!arguments.isEmpty() && arguments.getFirst().equals("template")) {
        arguments.removeFirst();
      }
      String chart = mapping.textAt("chart");
      return new Request(
          chart.isEmpty() ? Optional.empty() : Optional.of(chart), options(arguments));
    }

    private static Mapping mapping(String line) {
      try {
        if (Json.read(line.getBytes(StandardCharsets.UTF_8)) instanceof Mapping mapping) {
          return mapping;
        }
      } catch (MalformedManifest e) {
        throw new HelmFailed("the request is not JSON: " + e.getMessage(), "", false);
      }
      throw new HelmFailed("the request is not a JSON object", "", false);
    }

    private static TemplateOptions options(List<String> arguments) {
      var options = new TemplateOptions();
      try {
        new CommandLine(options)
            .setExpandAtFiles(false)
            .setOverwrittenOptionsAllowed(true)
            .parseArgs(arguments.toArray(String[]::new));
        refuseStandardInput(options);
        return options;
      } catch (UnmatchedArgumentException e) {
        String flag = e.getUnmatched().getFirst().split("=", 2)[0];
        throw new HelmFailed("unknown flag: " + flag, "", false);
      } catch (MissingParameterException e) {
        String flag =
            e.getMissing().getFirst() instanceof OptionSpec option ? option.longestName() : "";
        throw new HelmFailed("flag needs an argument: " + flag, "", false);
      } catch (ParameterException e) {
        throw new HelmFailed(String.valueOf(e.getMessage()), "", false);
      }
    }

    /// It holds the requests that follow, which would be taken for values.
    private static void refuseStandardInput(TemplateOptions options) {
      if (options.values.contains("-")) {
        throw new HelmFailed(
            "values cannot be read from the standard input, which holds the requests",
            "Name a file.",
            false);
      }
    }
  }
}
