package dev.levada.core.secret;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The keys that stand in a decryption Secret themselves: `*.agekey` and `*.asc`.
public final class LocalKeys {

  private LocalKeys() {}

  /// Holders of the Secret's keys.
  ///
  /// @param data the Secret's data
  /// @throws DecryptionFailed where an entry is no key
  public static List<KeyService> of(Map<String, byte[]> data) {
    var keys = new ArrayList<KeyService>();
    data.forEach((name, value) -> {
      if (name.endsWith(".agekey")) {
        keys.add(AgeKeys.read(name, new String(value, StandardCharsets.UTF_8)));
      } else if (name.endsWith(".asc")) {
        keys.add(PgpKeys.read(name, value));
      }
    });
    return List.copyOf(keys);
  }
}
