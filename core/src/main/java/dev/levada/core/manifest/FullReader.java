package dev.levada.core.manifest;

import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/// Reads all of YAML, and says what is wrong with a text that is not.
final class FullReader {

  private static final int MOST_REPAIRS = 100;

  private FullReader() {}

  /// All documents of a text that are not empty, in order.
  ///
  /// @param most how many documents are wanted; what stands behind them is not looked at
  static List<Node> documents(String text, YamlRules rules, int most) {
    return documents(text, rules, most, false);
  }

  private static List<Node> documents(String text, YamlRules rules, int most, boolean grows) {
    Directives.check(text, rules);
    List<Node> documents = parsed(text, rules, most, 0, grows);
    MissedTabs.find(text)
        .ifPresent(tab -> {
          throw Problems.of(tab, rules);
        });
    return documents;
  }

  private static List<Node> parsed(
      String text, YamlRules rules, int most, int repairs, boolean grows) {
    try {
      return read(text, rules, false, most, grows);
    } catch (MalformedManifest | YamlEngineException unplaced) {
      // Marks cost more than the reading itself, so only a text that is wrong is read with them.
      return place(text, rules, unplaced, most, repairs, grows);
    }
  }

  /// The first document of a resource as it was written, odd keys included; none where it is empty.
  ///
  /// @param grows whether a text with a {@link KeptEnd} gets its line break more
  static List<Node> draft(String text, boolean grows) {
    try {
      return documents(text, YamlRules.RESOURCE_V3, 1, grows);
    } catch (MalformedManifest e) {
      if (e.stage() != MalformedManifest.Stage.VALUE) {
        throw e;
      }
      return draft(text, e);
    }
  }

  private static List<Node> draft(String text, MalformedManifest strict) {
    try {
      var reader = new EventReader(parser(text, true), YamlRules.RESOURCE_V3, true);
      List<Node> documents = reader.documents(1);
      var lines = new SourceLines(text);
      documents.forEach(document -> OddKeys.anchor(document, lines));
      return documents;
    } catch (MarkedYamlEngineException e) {
      throw Problems.of(e, text, YamlRules.RESOURCE_V3);
    } catch (YamlEngineException e) {
      throw strict;
    }
  }

  private static List<Node> place(
      String text,
      YamlRules rules,
      RuntimeException unplaced,
      int most,
      int repairs,
      boolean grows) {
    try {
      if (unplaced instanceof MalformedManifest known
          && known.stage() != MalformedManifest.Stage.SYNTAX) {
        refuseSyntax(text, most);
      }
      return read(text, rules, true, most, grows);
    } catch (MarkedYamlEngineException e) {
      Optional<String> repaired =
          repairs < MOST_REPAIRS
              ? GoEscapes.repaired(e, text).or(() -> BlankLead.repaired(e, text))
              : Optional.empty();
      if (repaired.isEmpty()) {
        throw Problems.of(e, text, rules);
      }
      return parsed(repaired.get(), rules, most, repairs + 1, grows);
    } catch (YamlEngineException e) {
      throw Problems.of(String.valueOf(unplaced.getMessage()));
    }
  }

  /// Where a text is wrong as a text, that is said before what is wrong with its values.
  private static void refuseSyntax(String text, int most) {
    ParserImpl parser = parser(text, true);
    int documents = 0;
    while (documents < most && parser.hasNext()) {
      documents += parser.next().getEventId() == Event.ID.DocumentEnd ? 1 : 0;
    }
  }

  private static List<Node> read(
      String text, YamlRules rules, boolean marks, int most, boolean grows) {
    var reader = new EventReader(parser(text, marks), rules, false);
    List<Node> documents = reader.documents(most);
    if (GoEscapes.mayHaveSlash(text)) {
      GoEscapes.refuseSlash(parser(text, true), text, rules, most);
    }
    Scalar last = reader.lastBlock();
    if (last != null && !documents.isEmpty() && OpenEnd.is(text, last)) {
      documents.add(OpenEnd.trimmed(documents.removeLast(), last));
    }
    if (grows && last != null && documents.size() == 1 && KeptEnd.is(text, last)) {
      documents.add(KeptEnd.grown(documents.removeLast(), last));
    }
    return documents;
  }

  private static ParserImpl parser(String text, boolean marks) {
    var settings =
        LoadSettings.builder().setUseMarks(marks).setCodePointLimit(Integer.MAX_VALUE).build();
    return new ParserImpl(settings, new StreamReader(settings, text));
  }
}
