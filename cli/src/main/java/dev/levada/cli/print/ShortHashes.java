package dev.levada.cli.print;

import java.util.regex.Pattern;

/// Commit ids and digests as people read them: their first eight digits (flux-api §3.3, `get`).
public final class ShortHashes {

  private static final Pattern HASH =
      Pattern.compile("(?<![0-9A-Za-z])([0-9a-f]{8})[0-9a-f]{32}(?:[0-9a-f]{24})?(?![0-9A-Za-z])");

  private ShortHashes() {}

  /// The text with every SHA-1 and SHA-256 in it cut short.
  public static String in(String text) {
    return HASH.matcher(text).replaceAll("$1");
  }
}
