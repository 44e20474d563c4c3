package dev.levada.core.hook.identity;

import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The public keys of an issuer. Which algorithm counts for a token is the key's matter, never only
/// the token's: what is signed with nothing, or with a shared secret, never counts.
public final class KeySet {

  private static final Map<String, String> CURVES =
      Map.of("ES256", "P-256", "ES384", "P-384", "ES512", "P-521", "EdDSA", IssuerKey.ED25519);

  private final List<IssuerKey> keys;

  private KeySet(List<IssuerKey> keys) {
    this.keys = List.copyOf(keys);
  }

  /// Reads a JSON Web Key Set. Keys of kinds that are not known are left out.
  public static KeySet of(Mapping document) {
    var keys = new ArrayList<IssuerKey>();
    for (Node node : document.sequenceAt("keys")) {
      if (node instanceof Mapping said) {
        IssuerKey.of(said).ifPresent(keys::add);
      }
    }
    return new KeySet(keys);
  }

  /// Whether a key that the token may mean is there.
  public boolean knows(IdentityToken token) {
    return keys.stream().anyMatch(key -> mayBeMeant(key, token));
  }

  private static boolean mayBeMeant(IssuerKey key, IdentityToken token) {
    return token.keyId().isEmpty() || key.id().equals(token.keyId());
  }

  /// Whether one of the keys has signed the token.
  public boolean hasSigned(IdentityToken token) {
    String family = family(token.algorithm());
    return keys.stream()
        .filter(key -> mayBeMeant(key, token) && key.family().equals(family))
        .anyMatch(key -> hasSigned(key, token));
  }

  private static String family(String algorithm) {
    return algorithm.matches("[RP]S(256|384|512)")
        ? IssuerKey.RSA
        : CURVES.getOrDefault(algorithm, "none");
  }

  private static boolean hasSigned(IssuerKey key, IdentityToken token) {
    try {
      Signature check = signature(token.algorithm());
      check.initVerify(key.key());
      check.update(token.signed());
      return check.verify(token.signature());
    } catch (GeneralSecurityException notOne) {
      return false;
    }
  }

  private static Signature signature(String algorithm) throws GeneralSecurityException {
    String bits = algorithm.substring(2);
    return switch (algorithm.substring(0, 2)) {
      case "RS" -> Signature.getInstance("SHA" + bits + "withRSA");
      case "ES" -> Signature.getInstance("SHA" + bits + "withECDSAinP1363Format");
      case "PS" -> probabilistic("SHA-" + bits, Integer.parseInt(bits) / 8);
      default -> Signature.getInstance(IssuerKey.ED25519);
    };
  }

  private static Signature probabilistic(String digest, int salt) throws GeneralSecurityException {
    Signature check = Signature.getInstance("RSASSA-PSS");
    check.setParameter(
        new PSSParameterSpec(digest, "MGF1", new MGF1ParameterSpec(digest), salt, 1));
    return check;
  }
}
