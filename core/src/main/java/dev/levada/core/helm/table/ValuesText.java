package dev.levada.core.helm.table;

import dev.levada.core.gotemplate.value.GoMap;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A file of values: all its documents as one table, later ones over earlier ones.
public final class ValuesText {

  private ValuesText() {}

  /// One table of all documents.
  ///
  /// @throws YamlInvalid where a document is no YAML or no table
  public static GoMap read(byte[] utf8) {
    var all = GoMap.create();
    for (byte[] document : documents(utf8)) {
      GoMap table;
      try {
        table = YamlValues.table(document);
      } catch (YamlInvalid e) {
        throw new YamlInvalid("cannot unmarshal yaml document: " + e.text());
      }
      Tables.overlay(all, table);
    }
    return all;
  }

  /// Splits at lines that begin with three dashes.
  private static List<byte[]> documents(byte[] text) {
    var documents = new ArrayList<byte[]>();
    var current = new ByteArrayOutputStream();
    for (int start = 0; start < text.length; ) {
      int end = start;
      while (end < text.length && text[end] != '\n') {
        end++;
      }
      end = Math.min(end + 1, text.length);
      if (isSeparator(text, start, end)) {
        check(text, start + 3, end);
        documents.add(current.toByteArray());
        current.reset();
      } else {
        current.write(text, start, end - start);
        if (text[end - 1] != '\n') {
          current.write('\n');
        }
      }
      start = end;
    }
    documents.add(current.toByteArray());
    return documents;
  }

  private static boolean isSeparator(byte[] text, int start, int end) {
    return end - start >= 3
        && text[start] == '-'
        && text[start + 1] == '-'
        && text[start + 2] == '-';
  }

  private static void check(byte[] text, int from, int to) {
    String rest =
        new String(Arrays.copyOfRange(text, from, to), java.nio.charset.StandardCharsets.UTF_8)
            .strip();
    if (!rest.isEmpty() && !rest.startsWith("#")) {
      throw new YamlInvalid(
          "error reading yaml document: invalid Yaml document separator: " + rest);
    }
  }
}
