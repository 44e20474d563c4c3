package dev.levada.cli.chart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Symbols and the ways to write each; texts are made of them by chance.
final class Grammar {

  private static final Pattern SYMBOL = Pattern.compile("@(@|[a-z]+0?)");
  private static final Set<String> EXPRESSIONS =
      Set.of("string", "int", "float", "bool", "list", "map", "any");

  /// What a whole pipeline stands after, which needs no parentheses there.
  private static final Pattern COMMAND =
      Pattern.compile("(\\{\\{-? |if |with |:= |[^:]= |range )$");

  private static final int DEEPEST = 4;

  private final Map<String, List<String>> ways;

  private Grammar(Map<String, List<String>> ways) {
    this.ways = ways;
  }

  static Grammar read(Path file) throws IOException {
    var ways = new HashMap<String, List<String>>();
    for (String line : Files.readAllLines(file)) {
      int tab = line.indexOf('\t');
      if (tab > 0 && !line.startsWith("#")) {
        ways.computeIfAbsent(line.substring(0, tab), symbol -> new ArrayList<>())
            .add(line.substring(tab + 1));
      }
    }
    return new Grammar(ways);
  }

  /// One text of a symbol after the other, repeatable by the seed.
  Writer writer(long seed) {
    return new Writer(new Random(seed * 7919 + 17));
  }

  /// Writes texts by chance.
  final class Writer {

    private final Random random;
    private final boolean wild;
    private int last;

    private Writer(Random random) {
      this.random = random;
      this.wild = random.nextInt(8) == 0;
    }

    boolean oneIn(int n) {
      return random.nextInt(n) == 0;
    }

    String text(String symbol) {
      return expand(symbol, 0).translateEscapes();
    }

    private String expand(String symbol, int depth) {
      if (symbol.equals("id")) {
        return String.valueOf(++last);
      }
      if (symbol.equals("same")) {
        return String.valueOf(last);
      }
      var out = new StringBuilder();
      String way = way(symbol, depth);
      int at = EXPRESSIONS.contains(symbol) ? depth + 1 : 1;
      Matcher parts = SYMBOL.matcher(way);
      while (parts.find()) {
        String text = part(parts.group(1), depth, at, way.substring(0, parts.start()));
        parts.appendReplacement(out, Matcher.quoteReplacement(text));
      }
      return parts.appendTail(out).toString();
    }

    private String part(String symbol, int depth, int expressionDepth, String before) {
      if (symbol.equals("@")) {
        return "@";
      }
      if (!EXPRESSIONS.contains(symbol)) {
        return expand(symbol, depth + 1);
      }
      // A wild text now and then takes an argument of another type.
      String text = expand(wild && oneIn(12) ? "any" : symbol, expressionDepth);
      if (COMMAND.matcher(before).find()) {
        return text.equals("nil") ? ".Values.none" : text;
      }
      return text.contains(" ") ? "(" + text + ")" : text;
    }

    private String way(String symbol, int depth) {
      List<String> all = ways.getOrDefault(symbol, List.of());
      if (all.isEmpty()) {
        throw new IllegalArgumentException("the grammar has no @" + symbol);
      }
      String way = all.get(random.nextInt(all.size()));
      while (depth >= DEEPEST
          && way.contains("@")
          && all.stream().anyMatch(w -> !w.contains("@"))) {
        way = all.get(random.nextInt(all.size()));
      }
      return way;
    }
  }
}
