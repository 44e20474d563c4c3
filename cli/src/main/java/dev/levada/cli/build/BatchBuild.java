package dev.levada.cli.build;

import dev.levada.cli.surroundings.CommandFailure;
import dev.levada.core.kustomize.BuildFailed;
import dev.levada.core.manifest.Json;
import dev.levada.core.manifest.YamlWriter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.InvalidPathException;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;

/// Builds many folders in one process: a folder a line (behind a tab its own flags) in, a JSON
/// object a line out. A build that fails is one object, never the end.
final class BatchBuild {

  private final KustomizationBuild common;
  private final CommandLine flags;
  private final Outside outside;

  /// @param common what lines without flags of their own are built with
  /// @param flags reads a line's flags
  /// @param outside what may be used besides the folders
  BatchBuild(KustomizationBuild common, CommandLine flags, Outside outside) {
    this.common = common;
    this.flags = flags;
    this.outside = outside;
  }

  void run(BufferedReader in, Writer out) {
    try {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (!line.isBlank()) {
          answer(line, out);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void answer(String line, Writer out) throws IOException {
    var context = ObjectWriteContext.empty();
    try (JsonGenerator json = Json.FACTORY.createGenerator(context, out)) {
      json.configure(StreamWriteFeature.AUTO_CLOSE_TARGET, false);
      answer(line, json);
    }
    out.write('\n');
    out.flush();
  }

  private void answer(String line, JsonGenerator json) {
    json.writeStartObject();
    try {
      RenderedFolder rendered = build(line);
      String yaml = YamlWriter.stream(rendered.build().manifests());
      json.writeBooleanProperty("ok", true);
      json.writeStringProperty("out", yaml);
      texts("warnings", rendered.build().warnings(), json);
      texts("reads", rendered.reads(), json);
    } catch (BuildFailed e) {
      failed(e.getMessage(), e.fix(), json);
    } catch (CommandFailure e) {
      failed(e.getMessage(), e.fix(), json);
    } catch (InvalidPathException | ParameterException e) {
      failed(e.getMessage(), "", json);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      // A mistake in this program must not cost the other folders their builds.
      failed("internal error: " + e, "Report it together with the folder.", json);
    }
    json.writeEndObject();
  }

  private RenderedFolder build(String line) {
    int tab = line.indexOf('\t');
    if (tab < 0) {
      return common.run(line, outside);
    }
    List<String> words =
        Arrays.stream(line.substring(tab + 1).strip().split("\\s+", -1))
            .filter(word -> !word.isEmpty())
            .toList();
    flags.parseArgs(words.toArray(String[]::new));
    var own = (KustomizationBuild) flags.getCommand();
    return own.run(line.substring(0, tab), outside);
  }

  private static void failed(
      @org.jspecify.annotations.Nullable String message, String fix, JsonGenerator json) {
    json.writeBooleanProperty("ok", false);
    json.writeStringProperty("err", String.valueOf(message));
    if (!fix.isEmpty()) {
      json.writeStringProperty("fix", fix);
    }
  }

  private static void texts(String name, List<String> texts, JsonGenerator json) {
    if (!texts.isEmpty()) {
      json.writeArrayPropertyStart(name);
      texts.forEach(json::writeString);
      json.writeEndArray();
    }
  }
}
