package dev.levada.core.secret;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.levada.core.manifest.Mapping;
import java.util.List;
import java.util.function.Predicate;

/// Which values of a file are encrypted, by the keys above them.
sealed interface EncryptionRule {

  /// Whether a value below these keys is encrypted.
  boolean covers(List<String> keys);

  /// All values but those below a key that fits.
  record AllBut(Predicate<String> fits) implements EncryptionRule {
    @Override
    public boolean covers(List<String> keys) {
      return keys.stream().noneMatch(fits);
    }
  }

  /// Only values below a key that fits.
  record Only(Predicate<String> fits) implements EncryptionRule {
    @Override
    public boolean covers(List<String> keys) {
      return keys.stream().anyMatch(fits);
    }
  }

  /// Those that look encrypted: the rule goes by comments, which are not kept.
  record WhatLooksSo() implements EncryptionRule {
    @Override
    public boolean covers(List<String> keys) {
      return true;
    }
  }

  /// The rule that a file's metadata states.
  static EncryptionRule of(Mapping sops) {
    if (sops.has("unencrypted_comment_regex") || sops.has("encrypted_comment_regex")) {
      return new WhatLooksSo();
    }
    if (!sops.textAt("encrypted_regex").isEmpty()) {
      return new Only(regex(sops.textAt("encrypted_regex")));
    }
    if (!sops.textAt("unencrypted_regex").isEmpty()) {
      return new AllBut(regex(sops.textAt("unencrypted_regex")));
    }
    if (!sops.textAt("encrypted_suffix").isEmpty()) {
      String suffix = sops.textAt("encrypted_suffix");
      return new Only(key -> key.endsWith(suffix));
    }
    String suffix = sops.textAt("unencrypted_suffix");
    return suffix.isEmpty() ? new AllBut(_ -> false) : new AllBut(key -> key.endsWith(suffix));
  }

  private static Predicate<String> regex(String text) {
    try {
      Pattern pattern = Pattern.compile(text);
      return key -> pattern.matcher(key).find();
    } catch (PatternSyntaxException e) {
      throw new DecryptionFailed(
          "the sops metadata hold '" + text + "', which is no regular expression",
          "Encrypt the file anew with a rule that is one");
    }
  }
}
