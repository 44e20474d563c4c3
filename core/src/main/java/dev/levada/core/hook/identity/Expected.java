package dev.levada.core.hook.identity;

import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.manifest.Sequence;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who must have issued a token, and for whom.
///
/// @param issuers the issuer, by each of its names
/// @param audience whom the token is for
public record Expected(Set<String> issuers, String audience) {

  /// How far the clocks of issuer and engine may differ where a token is not valid yet.
  private static final long LEEWAY_SECONDS = 300;

  public Expected {
    issuers = Set.copyOf(issuers);
  }

  /// The claims of a token that is signed, from the issuer, for us, and valid now.
  ///
  /// @throws InvalidToken where it is not
  public Mapping claims(IdentityToken token, KeySet keys, Instant now) {
    if (!issuers.contains(token.issuer())) {
      throw new InvalidToken("the token is of another issuer");
    }
    if (!keys.hasSigned(token)) {
      throw new InvalidToken("the token is not signed by its issuer");
    }
    Mapping claims = token.claims();
    if (!isFor(claims.get("aud"))) {
      throw new InvalidToken("the token is for another audience");
    }
    if (claims.numberAt(0, "exp") <= now.getEpochSecond()) {
      throw new InvalidToken("the token is no longer valid");
    }
    if (claims.numberAt(0, "nbf") > now.getEpochSecond() + LEEWAY_SECONDS) {
      throw new InvalidToken("the token is not valid yet");
    }
    return claims;
  }

  private boolean isFor(@Nullable Node audiences) {
    return switch (audiences) {
      case Scalar one -> one.text().equals(audience);
      case Sequence several -> several.texts().contains(audience);
      case null -> false;
      case Mapping _ -> false;
    };
  }
}
