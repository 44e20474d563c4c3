package dev.levada.core.manifest;

import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/// Reads all of YAML, and says what is wrong with a text that is not.
final class FullReader {

  private FullReader() {}

  /// All documents of a text that are not empty, in order.
  ///
  /// @param most how many documents are wanted; what stands behind them is not looked at
  static List<Node> documents(String text, YamlRules rules, int most) {
    try {
      return read(text, rules, false, most);
    } catch (MalformedManifest | YamlEngineException unplaced) {
      // Marks cost more than the reading itself, so only a text that is wrong is read with them.
      return place(text, rules, unplaced, most);
    }
  }

  private static List<Node> place(
      String text, YamlRules rules, RuntimeException unplaced, int most) {
    try {
      return read(text, rules, true, most);
    } catch (MarkedYamlEngineException e) {
      throw Problems.of(e, text, rules);
    } catch (YamlEngineException e) {
      throw Problems.of(String.valueOf(unplaced.getMessage()));
    }
  }

  private static List<Node> read(String text, YamlRules rules, boolean marks, int most) {
    var settings =
        LoadSettings.builder().setUseMarks(marks).setCodePointLimit(Integer.MAX_VALUE).build();
    var parser = new ParserImpl(settings, new StreamReader(settings, text));
    var reader = new EventReader(parser, rules);
    List<Node> documents = reader.documents(most);
    Scalar last = reader.lastBlock();
    if (last != null && !documents.isEmpty() && OpenEnd.is(text, last)) {
      documents.add(OpenEnd.trimmed(documents.removeLast(), last));
    }
    return documents;
  }
}
