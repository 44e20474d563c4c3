package dev.levada.core.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Random;

/// Random texts that are nearly YAML: some are, some are not, and most are odd.
final class YamlTexts {

  private static final List<String> SCALARS =
      List.of(
          "a",
          "b c",
          "1",
          "-1",
          "1.5",
          "0x1F",
          "017",
          "1_000",
          "true",
          "no",
          "null",
          "~",
          "''",
          "\"\"",
          "'it''s'",
          "\"a\\tb\\x41\\u00e9\"",
          "\"a\\\n    b\"",
          "2001-01-01",
          "2001-01-01 10:00:00",
          "2001-01-01T10:00:00Z",
          "a#b",
          "a #b",
          "a:b",
          ":a",
          "-a",
          "?a",
          "a: b",
          "a:",
          "- a",
          "[a, b]",
          "[]",
          "{}",
          "{a: b, c: [d]}",
          "{a, b: }",
          "[a: b]",
          "{\"a\":1,\"b\":[true,null]}",
          "&x a",
          "*x",
          "!!str 1",
          "!t a",
          "é",
          "日本",
          "😀",
          "a  b",
          "a ,b",
          "a]b",
          "@a",
          "`a",
          "%a",
          "|",
          ">",
          "|-",
          ">-",
          "|+",
          ">+",
          "|2",
          ">1-",
          "| # c",
          "'a\n  b'",
          "\"a\n\n    b \n c\"",
          "'a",
          "\"a",
          "[a,\n   b]",
          "[a,\nb]",
          "{a: b,\n   c: d }",
          "a\tb",
          "<<",
          "=",
          ".inf",
          "08",
          "1e3",
          "+.5",
          "---",
          "...",
          "a'b",
          "a\"b",
          "http://x/y?z#a",
          "\\",
          "\"\\z\"",
          "\"\\ud83d\"",
          "0",
          "[",
          "}",
          ",");
  private static final List<String> KEYS =
      List.of(
          "a",
          "b",
          "c",
          "kind",
          "apiVersion",
          "a b",
          "\"q\"",
          "'s'",
          "1",
          "true",
          "y",
          "null",
          "<<",
          "é",
          "a.b/c",
          "? a",
          "-x",
          "a:b",
          "~",
          "[a]",
          "{a: b}",
          "a-very-long-key-indeed");
  private static final List<String> LINES =
      List.of(
          "",
          "# c",
          "text",
          "  more text",
          "- ",
          " ",
          "#",
          "a: b",
          "x # y",
          "...",
          "---",
          "t",
          "w w",
          "\t",
          "u",
          "v",
          "",
          "");

  private final Random random;

  YamlTexts(long seed) {
    this.random = new Random(seed);
  }

  String next() {
    var text = new StringBuilder();
    block(text, 0, 0);
    if (random.nextInt(8) == 0 && !text.isEmpty()) {
      text.setLength(text.length() - 1);
    }
    if (random.nextInt(6) == 0 && !text.isEmpty()) {
      int at = random.nextInt(text.length());
      if (random.nextBoolean()) {
        text.deleteCharAt(at);
      } else {
        text.insert(at, pick(List.of(" ", "\n", ":", "#", "'", "\"", "-", "  ", "é")));
      }
    }
    // As bytes and back: a half of a surrogate pair can not be in a file.
    return new String(text.toString().getBytes(UTF_8), UTF_8);
  }

  private void block(StringBuilder text, int indent, int depth) {
    int entries = 1 + random.nextInt(3);
    boolean list = random.nextInt(3) == 0;
    for (int i = 0; i < entries; i++) {
      if (random.nextInt(10) == 0) {
        text.repeat(' ', random.nextInt(4)).append(pick(LINES)).append('\n');
      }
      text.repeat(' ', indent);
      if (list) {
        text.append("-").repeat(' ', 1 + random.nextInt(2) * random.nextInt(3));
        item(text, indent, depth);
      } else {
        text.append(key()).append(':');
        value(text, indent, depth);
      }
    }
  }

  private String key() {
    return random.nextInt(6) == 0 ? pick(KEYS) : "k" + random.nextInt(30);
  }

  private void item(StringBuilder text, int indent, int depth) {
    if (depth < 3 && random.nextInt(3) == 0) {
      text.append("k").append(random.nextInt(30)).append(":");
      value(text, indent + 2, depth);
      return;
    }
    scalar(text, indent);
  }

  private void value(StringBuilder text, int indent, int depth) {
    switch (depth < 3 ? random.nextInt(4) : 1) {
      case 0 -> {
        text.append(random.nextInt(5) == 0 ? " # c\n" : "\n");
        block(text, indent + random.nextInt(4), depth + 1);
      }
      case 1 -> {
        text.append(' ');
        scalar(text, indent);
      }
      case 2 -> {
        text.append('\n').repeat(' ', indent + 1 + random.nextInt(3));
        scalar(text, indent);
      }
      default -> {
        text.append(' ').append(pick(List.of("|", ">", "|-", ">-", "|+", ">+"))).append('\n');
        lines(text, indent);
      }
    }
  }

  private void scalar(StringBuilder text, int indent) {
    text.append(pick(SCALARS)).append(random.nextInt(8) == 0 ? " # c\n" : "\n");
    if (random.nextInt(6) == 0) {
      lines(text, indent);
    }
  }

  private void lines(StringBuilder text, int indent) {
    int more = 1 + random.nextInt(2);
    for (int i = 0; i < 1 + random.nextInt(4); i++) {
      text.repeat(' ', indent + more).append(pick(LINES)).append('\n');
    }
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
