package dev.levada.core.manifest;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/// Nodes from YAML or JSON text, for everything that users wrote. Anchors, aliases and merge keys
/// are expanded; comments are forgotten; whether a scalar was quoted is kept.
public final class YamlReader {

  /// The largest text that is read, in bytes.
  public static final int MOST_BYTES = 32 * 1024 * 1024;

  private YamlReader() {}

  /// All documents of a text that are not empty, in order.
  ///
  /// @throws MalformedManifest where the text is not YAML or larger than a limit; the message
  ///   begins with `yaml: ` and names the line
  public static List<Node> documents(byte[] utf8, YamlRules rules) {
    if (utf8.length > MOST_BYTES) {
      throw new MalformedManifest(
          "yaml: the text has " + utf8.length + " bytes, more than the limit of " + MOST_BYTES);
    }
    String text = text(utf8);
    try {
      return read(text, rules, false);
    } catch (MalformedManifest | YamlEngineException unplaced) {
      // Marks cost more than the reading itself, so only a text that is wrong is read with them.
      return place(text, rules, unplaced);
    }
  }

  /// The scalar that an unquoted text stands for.
  public static Scalar scalar(String text, YamlRules rules) {
    return PlainScalars.resolve(text, rules);
  }

  private static List<Node> place(String text, YamlRules rules, RuntimeException unplaced) {
    try {
      return read(text, rules, true);
    } catch (MarkedYamlEngineException e) {
      String line =
          e.getProblemMark().map(mark -> "line " + (mark.getLine() + 1) + ": ").orElse("");
      throw new MalformedManifest("yaml: " + line + e.getProblem());
    } catch (YamlEngineException e) {
      throw new MalformedManifest("yaml: " + unplaced.getMessage());
    }
  }

  private static List<Node> read(String text, YamlRules rules, boolean marks) {
    var settings =
        LoadSettings.builder().setUseMarks(marks).setCodePointLimit(Integer.MAX_VALUE).build();
    return new EventReader(new ParserImpl(settings, new StreamReader(settings, text)), rules)
        .documents();
  }

  private static String text(byte[] utf8) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
    } catch (CharacterCodingException e) {
      throw new MalformedManifest("yaml: the text is not valid UTF-8");
    }
    if (text.startsWith("\uFEFF")) {
      text = text.substring(1);
    }
    return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n");
  }
}
