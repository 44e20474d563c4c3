package dev.levada.core.helm.chart;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// What a POSIX extended header says of the entry behind it.
///
/// @param path its path, where the header gives one
/// @param size its size, where the header gives one
record PaxRecords(Optional<String> path, Optional<Long> size) {

  /// Reads records of the form `length key=value\n`, the length counting all of it.
  static PaxRecords read(byte[] bytes) throws IOException {
    Optional<String> path = Optional.empty();
    Optional<Long> size = Optional.empty();
    int at = 0;
    while (at < bytes.length) {
      int blank = indexOf(bytes, ' ', at, bytes.length);
      int length = (int) number(new String(bytes, at, blank - at, StandardCharsets.UTF_8));
      if (length <= blank - at || length > bytes.length - at) {
        throw malformed();
      }
      int equals = indexOf(bytes, '=', blank, at + length);
      String key = new String(bytes, blank + 1, equals - blank - 1, StandardCharsets.UTF_8);
      String value =
          new String(bytes, equals + 1, at + length - equals - 2, StandardCharsets.UTF_8);
      if (key.equals("path")) {
        path = Optional.of(value);
      } else if (key.equals("size")) {
        size = Optional.of(number(value));
      }
      at += length;
    }
    return new PaxRecords(path, size);
  }

  private static int indexOf(byte[] bytes, char sign, int from, int to) throws IOException {
    for (int i = from; i < to; i++) {
      if (bytes[i] == sign) {
        return i;
      }
    }
    throw malformed();
  }

  private static long number(String digits) throws IOException {
    try {
      long number = Long.parseLong(digits);
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new IOException("archive/tar: invalid tar header", e);
    }
    throw malformed();
  }

  private static IOException malformed() {
    return new IOException("archive/tar: invalid tar header");
  }
}
