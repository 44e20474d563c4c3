package dev.levada.core.gotemplate;

import dev.levada.core.gotemplate.function.FunctionTable;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Texts that were parsed, so that a text is parsed once however often `tpl` is given it. Those
/// that were not asked for the longest are forgotten first.
final class ParsedTexts {

  private static final int MOST_CHARACTERS = 2 * 1024 * 1024;

  // What a text costs beside its own characters.
  private static final int OVERHEAD = 64;

  private final FunctionTable functions;
  private final Map<Source, List<Definition>> parsed = new LinkedHashMap<>(16, 0.75f, true);
  private int characters;

  ParsedTexts(FunctionTable functions) {
    this.functions = functions;
  }

  FunctionTable functions() {
    return functions;
  }

  List<Definition> parse(String name, String text) {
    var source = new Source(name, text);
    synchronized (parsed) {
      List<Definition> known = parsed.get(source);
      if (known != null) {
        return known;
      }
    }
    List<Definition> definitions = new Parser(source, functions).parse();
    if (size(source) <= MOST_CHARACTERS / 4) {
      keep(source, definitions);
    }
    return definitions;
  }

  private void keep(Source source, List<Definition> definitions) {
    synchronized (parsed) {
      if (parsed.put(source, definitions) == null) {
        characters += size(source);
      }
      Iterator<Source> oldest = parsed.keySet().iterator();
      while (characters > MOST_CHARACTERS) {
        characters -= size(oldest.next());
        oldest.remove();
      }
    }
  }

  private static int size(Source source) {
    return source.text().length() + OVERHEAD;
  }
}
