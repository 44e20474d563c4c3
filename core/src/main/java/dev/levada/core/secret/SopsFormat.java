package dev.levada.core.secret;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/// How a file that SOPS knows is written.
public enum SopsFormat {
  /// One or more YAML documents.
  YAML,
  /// A JSON object.
  JSON,
  /// `NAME=value` lines.
  DOTENV,
  /// Sections of `name = value` lines.
  INI,
  /// Anything, kept as one value in JSON while it is encrypted.
  BINARY;

  /// What a file's name promises.
  public static SopsFormat ofName(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".yaml") || lower.endsWith(".yml")) {
      return YAML;
    }
    if (lower.endsWith(".json")) {
      return JSON;
    }
    if (lower.endsWith(".env")) {
      return DOTENV;
    }
    return lower.endsWith(".ini") ? INI : BINARY;
  }

  /// How encrypted bytes are written, by the marks that SOPS leaves; empty where they are not
  /// encrypted.
  public static Optional<SopsFormat> ofEncrypted(byte[] content) {
    String text = new String(content, StandardCharsets.ISO_8859_1);
    if (text.contains("sops_mac=ENC[")) {
      return Optional.of(DOTENV);
    }
    if (text.contains("\"mac\": \"ENC[") || text.contains("\"mac\":\"ENC[")) {
      return Optional.of(JSON);
    }
    if (text.contains("[sops]") && text.contains("ENC[")) {
      return Optional.of(INI);
    }
    return text.contains("mac: ENC[") && text.contains("sops:")
        ? Optional.of(YAML)
        : Optional.empty();
  }
}
