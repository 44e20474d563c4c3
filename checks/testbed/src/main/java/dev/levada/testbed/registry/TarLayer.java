package dev.levada.testbed.registry;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// A layer of an image: a tar archive in the ustar format that depends on nothing but the files.
final class TarLayer {

  private static final int BLOCK = 512;
  private static final int CHECKSUM = 148;
  private static final int SIZE = 124;

  private TarLayer() {}

  /// @param files path to content
  static byte[] of(Map<String, byte[]> files) {
    var archive = new ByteArrayOutputStream();
    new TreeMap<>(files)
        .forEach((path, content) -> {
          archive.writeBytes(header(path, content.length));
          archive.writeBytes(content);
          archive.writeBytes(new byte[(BLOCK - content.length % BLOCK) % BLOCK]);
        });
    archive.writeBytes(new byte[2 * BLOCK]);
    return archive.toByteArray();
  }

  private static byte[] header(String path, int size) {
    byte[] header = new byte[BLOCK];
    put(header, 0, path);
    put(header, 100, "0000644\0" + "0000000\0" + "0000000\0");
    put(header, SIZE, String.format(Locale.ROOT, "%011o\0%011o\0", size, 0));
    put(header, CHECKSUM, "        0");
    put(header, 257, "ustar\00000");
    int sum = 0;
    for (byte each : header) {
      sum += each & 0xff;
    }
    put(header, CHECKSUM, String.format(Locale.ROOT, "%06o\0 ", sum));
    return header;
  }

  private static void put(byte[] header, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(bytes, 0, header, at, bytes.length);
  }
}
