package dev.levada.cli.chart;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/// What a file seems to be by its first bytes, in the words of Go's sniffer.
final class ContentType {

  private static final int LOOKED_AT = 512;
  private static final Map<String, String> MAGIC =
      Map.of(
          "PK\u0003\u0004", "application/zip",
          "%PDF-", "application/pdf",
          "\u0089PNG\r\n\u001a\n", "image/png",
          "GIF8", "image/gif",
          "<?xml", "text/xml; charset=utf-8");

  private ContentType() {}

  static String of(byte[] bytes) {
    int length = Math.min(bytes.length, LOOKED_AT);
    String head = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    for (var magic : MAGIC.entrySet()) {
      if (head.startsWith(magic.getKey())) {
        return magic.getValue();
      }
    }
    boolean text = head.chars().noneMatch(c -> c < ' ' && "\t\n\f\r\u001b".indexOf(c) < 0);
    return text ? "text/plain; charset=utf-8" : "application/octet-stream";
  }
}
