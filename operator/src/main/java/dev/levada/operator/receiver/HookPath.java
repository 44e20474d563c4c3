package dev.levada.operator.receiver;

import dev.levada.api.notification.Receiver;
import dev.levada.core.digest.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/// The path of a webhook, which nobody can guess who does not know the token (flux-api §1.15).
final class HookPath {

  private HookPath() {}

  static String of(Receiver receiver, ReceiverSecret secret) {
    MessageDigest digest = Sha256.begin();
    digest.update(secret.token());
    digest.update(receiver.metadata().name().getBytes(StandardCharsets.UTF_8));
    digest.update(receiver.metadata().namespace().getBytes(StandardCharsets.UTF_8));
    return "/hook/" + HexFormat.of().formatHex(digest.digest());
  }
}
