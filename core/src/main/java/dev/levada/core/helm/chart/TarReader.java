package dev.levada.core.helm.chart;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The entries of a tar stream, one after the other: plain, POSIX (pax) and GNU long names.
final class TarReader {

  private static final int BLOCK = 512;
  private static final int LONGEST_HEADER = 1 << 20;

  private final InputStream in;
  private final byte[] block = new byte[BLOCK];
  private long unread;
  private long padding;

  TarReader(InputStream in) {
    this.in = in;
  }

  /// An entry's header.
  ///
  /// @param name its path
  /// @param type its type flag
  /// @param size how many bytes follow
  record Entry(String name, char type, long size) {

    boolean isFile() {
      return type == '0' || type == '\0' || type == '7';
    }

    boolean isFolder() {
      return type == '5' || (isFile() && name.endsWith("/"));
    }
  }

  /// The next entry, or nothing at the end.
  ///
  /// @throws IOException where the stream is no tar
  Optional<Entry> next() throws IOException {
    Optional<String> longName = Optional.empty();
    Optional<Long> longSize = Optional.empty();
    while (true) {
      in.skipNBytes(unread + padding);
      if (!readHeader()) {
        return Optional.empty();
      }
      char type = (char) (block[156] & 0xff);
      begin(number(124, 12));
      switch (type) {
        case 'L' -> longName = Optional.of(text(content(), 0, Integer.MAX_VALUE));
        case 'x' -> {
          var records = PaxRecords.read(content());
          longName = records.path().or(() -> Optional.empty());
          longSize = records.size();
        }
        case 'g', 'K' -> content();
        default -> {
          longSize.ifPresent(this::begin);
          return Optional.of(new Entry(longName.orElseGet(this::name), type, unread));
        }
      }
    }
  }

  /// The bytes of the entry that was read last.
  byte[] content() throws IOException {
    if (unread > LONGEST_HEADER && !isFileHeader()) {
      throw new IOException("archive/tar: invalid tar header");
    }
    byte[] bytes = in.readNBytes((int) unread);
    if (bytes.length < unread) {
      throw new IOException("unexpected EOF");
    }
    unread = 0;
    return bytes;
  }

  private boolean isFileHeader() {
    return "LxgK".indexOf(block[156]) < 0;
  }

  private void begin(long size) {
    unread = size;
    padding = (BLOCK - size % BLOCK) % BLOCK;
  }

  private boolean readHeader() throws IOException {
    int read = in.readNBytes(block, 0, BLOCK);
    if (read == 0) {
      return false;
    }
    if (read < BLOCK) {
      throw new IOException("unexpected EOF");
    }
    if (isZero()) {
      return false;
    }
    if (checksum() != number(148, 8)) {
      throw new IOException("archive/tar: invalid tar header");
    }
    return true;
  }

  private boolean isZero() {
    for (byte each : block) {
      if (each != 0) {
        return false;
      }
    }
    return true;
  }

  private long checksum() {
    long sum = 0;
    for (int i = 0; i < BLOCK; i++) {
      sum += i >= 148 && i < 156 ? ' ' : block[i] & 0xff;
    }
    return sum;
  }

  private String name() {
    String name = text(block, 0, 100);
    boolean posix = text(block, 257, 6).startsWith("ustar") && block[262] == 0;
    String prefix = posix ? text(block, 345, 155) : "";
    return prefix.isEmpty() ? name : prefix + "/" + name;
  }

  private static String text(byte[] bytes, int from, int most) {
    int end = from;
    while (end < bytes.length && end - from < most && bytes[end] != 0) {
      end++;
    }
    return new String(bytes, from, end - from, StandardCharsets.UTF_8);
  }

  private long number(int from, int length) throws IOException {
    if ((block[from] & 0x80) != 0) {
      return binary(from, length);
    }
    long number = 0;
    for (char c : text(block, from, length).strip().toCharArray()) {
      if (c < '0' || c > '7') {
        throw new IOException("archive/tar: invalid tar header");
      }
      number = number * 8 + (c - '0');
    }
    return number;
  }

  private long binary(int from, int length) throws IOException {
    long number = block[from] & 0x7f;
    for (int i = from + 1; i < from + length; i++) {
      if (number > Long.MAX_VALUE >> 8) {
        throw new IOException("archive/tar: invalid tar header");
      }
      number = (number << 8) | (block[i] & 0xff);
    }
    return number;
  }
}
