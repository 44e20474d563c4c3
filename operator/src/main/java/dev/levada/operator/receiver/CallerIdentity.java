package dev.levada.operator.receiver;

import dev.levada.api.notification.Receiver;
import dev.levada.core.expression.ClaimRules;
import dev.levada.core.hook.Call;
import dev.levada.core.hook.identity.Expected;
import dev.levada.core.hook.identity.IdentityToken;
import dev.levada.core.hook.identity.InvalidToken;
import dev.levada.core.manifest.Mapping;
import dev.levada.fetch.identity.IssuerKeys;
import java.time.Clock;
import java.util.Map;
import java.util.Set;

/// Checks the tokens of callers that have an identity at an issuer (flux-api §2.13).
///
/// @param keys fetches the issuers' keys
/// @param google the address of Google's issuer
/// @param clock tells whether a token is still valid
record CallerIdentity(IssuerKeys keys, String google, Clock clock) {

  private static final String WITHOUT_SCHEME = "accounts.google.com";

  /// The claims of a caller whom one of the Receiver's issuers vouches for.
  ///
  /// @throws InvalidToken where none does
  Mapping ofAny(Receiver receiver, Map<String, ClaimRules> rules, Call call) {
    IdentityToken token = IdentityToken.ofAuthorization(call.header("Authorization"));
    Receiver.Issuer issuer =
        receiver.spec().issuers().stream()
            .filter(each -> each.url().equals(token.issuer()))
            .findFirst()
            .orElseThrow(() -> new InvalidToken("the token is of an issuer that is not named"));
    Mapping claims =
        new Expected(Set.of(issuer.url()), issuer.audience())
            .claims(token, keys.of(issuer.url(), token), clock.instant());
    ClaimRules wanted = rules.get(issuer.url());
    if (wanted == null) {
      throw new InvalidToken("the token is of an issuer that is not named");
    }
    wanted
        .objection(claims)
        .ifPresent(message -> {
          throw new InvalidToken(message);
        });
    return claims;
  }

  /// The claims of the account that Google calls as.
  ///
  /// @throws InvalidToken where it is another's
  Mapping ofGoogle(ReceiverSecret secret, Call call) {
    IdentityToken token = IdentityToken.ofAuthorization(call.header("Authorization"));
    Mapping claims =
        new Expected(Set.of(google, WITHOUT_SCHEME), secret.audience())
            .claims(token, keys.of(google, token), clock.instant());
    boolean verified =
        claims.isTrueAt("email_verified") || claims.textAt("email_verified").equals("true");
    if (!verified || !claims.textAt("email").equals(secret.email())) {
      throw new InvalidToken("the token is of another account");
    }
    return claims;
  }
}
