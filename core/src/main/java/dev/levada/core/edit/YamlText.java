package dev.levada.core.edit;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A YAML file as text, and the values in it.
///
/// @param text the file's text, exactly
/// @param sites its scalars and aliases in the order in which they stand
/// @param collections its mappings and sequences in the same order
record YamlText(String text, List<Site> sites, List<Collection> collections) {

  /// A mapping or sequence.
  ///
  /// @param place where it stands in its document
  /// @param document the number of its document
  /// @param flow whether it is written in brackets
  /// @param sequence whether it is a sequence
  /// @param start where it begins
  record Collection(Site.Place place, int document, boolean flow, boolean sequence, int start) {}

  private static final int LARGEST = 5 << 20;

  /// Reads a file.
  ///
  /// @throws UneditableFile where it is no YAML
  static YamlText parse(byte[] bytes) {
    if (bytes.length > LARGEST) {
      throw new UneditableFile("it has more than " + LARGEST + " bytes");
    }
    String text = decode(bytes);
    return new SiteReader(text).read();
  }

  /// Strict, so that writing the text gives the same bytes again.
  static String decode(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException broken) {
      throw new UneditableFile("it is not encoded in UTF-8");
    }
  }

  /// The line that a character stands on, from 1.
  int line(int index) {
    return 1 + (int) text.chars().limit(index).filter(c -> c == '\n').count();
  }

  /// Where the line that a character stands on ends, before its line break.
  int lineEnd(int index) {
    int end = index;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return end;
  }

  /// Where the line that a character stands on begins.
  int lineStart(int index) {
    int start = index;
    while (start > 0 && text.charAt(start - 1) != '\n' && text.charAt(start - 1) != '\r') {
      start--;
    }
    return start;
  }

  /// The line break that the file uses.
  String lineBreak() {
    return text.contains("\r\n") ? "\r\n" : "\n";
  }
}
