package dev.levada.fetch.kms;

import dev.levada.core.secret.KeyService;
import java.util.Base64;

/// Takes the data key from an answer.
final class PlainKey {

  private PlainKey() {}

  static KeyService.Result of(String encoded, Base64.Decoder decoder) {
    try {
      byte[] key = decoder.decode(encoded);
      return key.length == 0
          ? new KeyService.Result.Refused("the answer holds no key")
          : new KeyService.Result.Opened(key);
    } catch (IllegalArgumentException e) {
      return new KeyService.Result.Refused("the answer holds no key");
    }
  }
}
