package dev.levada.core.fuzz;

import dev.levada.core.hook.Call;
import dev.levada.core.hook.Checked;
import dev.levada.core.hook.HookCheck;
import dev.levada.core.hook.HookType;
import dev.levada.core.hook.SharedToken;
import dev.levada.core.hook.identity.IdentityToken;
import dev.levada.core.hook.identity.InvalidToken;
import dev.levada.core.hook.identity.KeySet;
import dev.levada.core.hook.notice.Notice;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// Any bytes as the body of a call of each type, as what its payload tells of images, as a token,
/// and as the keys of an issuer.
public final class HookTarget {

  private static final SharedToken TOKEN =
      new SharedToken("token".getBytes(StandardCharsets.UTF_8));

  private HookTarget() {}

  /// One input.
  public static void fuzzerTestOneInput(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    Map<String, String> headers =
        Map.of(
            "x-gitlab-token",
            "token",
            "authorization",
            "token",
            "x-hub-signature",
            text,
            "x-signature",
            text);
    for (HookType type : HookType.values()) {
      switch (new HookCheck(type, List.of(), TOKEN).check(new Call(headers, input))) {
        case Checked.Accepted accepted -> {
          Notice.of(accepted.payload());
          KeySet.of(accepted.payload());
        }
        case Checked.Refused _ -> {}
      }
    }
    try {
      KeySet.of(IdentityToken.ofAuthorization("Bearer " + text).claims());
    } catch (InvalidToken expected) {
      // Refused, as it should be.
    }
  }
}
