package dev.levada.operator.receiver;

import dev.levada.api.notification.Receiver;
import dev.levada.core.failure.FailureException;
import dev.levada.core.failure.Reason;
import dev.levada.core.hook.HookType;
import dev.levada.operator.source.NamedSecrets;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// What the Secret of a Receiver holds.
///
/// @param token what the caller knows too; empty where callers show identities of any issuer
/// @param email the account that calls from Google
/// @param audience whom that account's tokens are for
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record ReceiverSecret(byte[] token, String email, String audience) {

  private static final String TOKEN = "token";
  private static final String EMAIL = "email";
  private static final String AUDIENCE = "audience";

  /// Reads the Secret.
  ///
  /// @throws FailureException where it, or a key that the type needs, is missing
  static ReceiverSecret of(Receiver receiver, NamedSecrets secrets) {
    HookType type = HookType.of(receiver.spec().type());
    if (type == HookType.GENERIC_OIDC) {
      return new ReceiverSecret(new byte[0], "", "");
    }
    String name = receiver.spec().secretName();
    if (name.isEmpty()) {
      throw FailureException.stalled(
          Reason.VALIDATION_FAILED,
          "a Receiver of type " + type.word() + " needs a Secret",
          "Name one with the key 'token' in spec.secretRef");
    }
    Map<String, byte[]> data = data(receiver, secrets, name);
    byte[] token = require(receiver, name, data, TOKEN);
    return type == HookType.GCR
        ? new ReceiverSecret(
            token,
            text(require(receiver, name, data, EMAIL)),
            text(require(receiver, name, data, AUDIENCE)))
        : new ReceiverSecret(token, "", "");
  }

  private static Map<String, byte[]> data(Receiver receiver, NamedSecrets secrets, String name) {
    try {
      return secrets.require(receiver.metadata().namespace(), name);
    } catch (FailureException missing) {
      throw FailureException.retrying(
          Reason.TOKEN_NOT_FOUND, missing.failure().message(), missing.failure().fix(), missing);
    }
  }

  private static byte[] require(
      Receiver receiver, String name, Map<String, byte[]> data, String key) {
    byte[] value = data.getOrDefault(key, new byte[0]);
    if (value.length == 0) {
      throw FailureException.retrying(
          Reason.TOKEN_NOT_FOUND,
          "the secret '"
              + receiver.metadata().namespace()
              + "/"
              + name
              + "' has no value for the key '"
              + key
              + "'",
          "Add it to the Secret, or name another one in spec.secretRef");
    }
    return value;
  }

  private static String text(byte[] value) {
    return new String(value, StandardCharsets.UTF_8).strip();
  }

  /// Keeps the values out of logs.
  @Override
  public String toString() {
    return "ReceiverSecret[***]";
  }
}
