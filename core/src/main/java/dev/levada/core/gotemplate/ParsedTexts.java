package dev.levada.core.gotemplate;

import dev.levada.core.gotemplate.function.FunctionTable;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// Texts that were parsed, so that a text is parsed once however often `tpl` is given it.
final class ParsedTexts {

  private static final int MOST = 4096;

  private final FunctionTable functions;
  private final ConcurrentMap<Source, List<Definition>> parsed = new ConcurrentHashMap<>();

  ParsedTexts(FunctionTable functions) {
    this.functions = functions;
  }

  FunctionTable functions() {
    return functions;
  }

  List<Definition> parse(String name, String text) {
    var source = new Source(name, text);
    List<Definition> known = parsed.get(source);
    if (known != null) {
      return known;
    }
    List<Definition> definitions = new Parser(source, functions).parse();
    if (parsed.size() < MOST) {
      parsed.put(source, definitions);
    }
    return definitions;
  }
}
