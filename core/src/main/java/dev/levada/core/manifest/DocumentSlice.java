package dev.levada.core.manifest;

import org.jspecify.annotations.Nullable;

/// A document's place in a stream of resources. They are separated by lines that begin with `---`,
/// whatever the YAML around says.
///
/// @param from where it begins
/// @param to where it ends: at the separator's beginning, or with the text
/// @param next where the one behind it begins, or -1 where it is the last
record DocumentSlice(int from, int to, int next) {

  static DocumentSlice first(byte[] text) {
    return at(text, 0);
  }

  /// The document behind this one, or null.
  @Nullable DocumentSlice next(byte[] text) {
    return next < 0 ? null : at(text, next);
  }

  private static DocumentSlice at(byte[] text, int from) {
    // The line break before a separator may be the one that ended the separator before it.
    int p = from == 0 ? 0 : from - 1;
    while (p + 3 < text.length) {
      if (text[p] == '\n' && text[p + 1] == '-' && text[p + 2] == '-' && text[p + 3] == '-') {
        int lineEnd = lineEnd(text, p + 4);
        return new DocumentSlice(
            from, Math.max(from, p + 1), lineEnd < text.length ? lineEnd + 1 : -1);
      }
      p++;
    }
    return new DocumentSlice(from, text.length, -1);
  }

  /// Refuses a separator behind this document that has more on its line than a comment.
  void refuseSeparator(byte[] text) {
    if (next < 0) {
      return;
    }
    int p = to + 3;
    while (text[p] == ' ' || text[p] == '\t') {
      p++;
    }
    if (text[p] != '\n' && text[p] != '#') {
      String line = new String(text, to, next - 1 - to, java.nio.charset.StandardCharsets.UTF_8);
      throw new MalformedManifest(
          "invalid document separator: " + line, MalformedManifest.Stage.STRUCTURE);
    }
  }

  private static int lineEnd(byte[] text, int from) {
    int p = from;
    while (p < text.length && text[p] != '\n') {
      p++;
    }
    return p;
  }
}
