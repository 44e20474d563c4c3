package dev.levada.fetch.signing;

import dev.levada.core.failure.FailureException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPrivateKey;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.PGPSecretKeyRingCollection;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketVector;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPBESecretKeyDecryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;

/// Signs with an OpenPGP key.
public final class OpenPgpSigner implements CommitSigner {

  private static final String FIX =
      "Put the output of `gpg --export-secret-keys --armor KEY` under 'git.asc' of the Secret, and"
          + " its passphrase under 'passphrase'";

  private final PGPPublicKey publicKey;
  private final PGPPrivateKey privateKey;
  private final Clock clock;

  private OpenPgpSigner(PGPPublicKey publicKey, PGPPrivateKey privateKey, Clock clock) {
    this.publicKey = publicKey;
    this.privateKey = privateKey;
    this.clock = clock;
  }

  /// Reads a secret key.
  ///
  /// @param key the exported key, armored or not
  /// @param passphrase opens it; empty where it is not locked
  /// @param clock tells when a signature is made
  /// @throws FailureException where it cannot be used
  public static OpenPgpSigner of(byte[] key, String passphrase, Clock clock) {
    try {
      PGPSecretKey secret =
          read(key)
              .orElseThrow(
                  () -> SigningFailures.of("the key ring holds no secret key that may sign", FIX));
      var decryptor =
          new BcPBESecretKeyDecryptorBuilder(new BcPGPDigestCalculatorProvider())
              .build(passphrase.toCharArray());
      PGPPrivateKey opened = secret.extractPrivateKey(decryptor);
      if (opened == null) {
        throw SigningFailures.of("the key ring holds only a stub of the secret key", FIX);
      }
      return new OpenPgpSigner(secret.getPublicKey(), opened, clock);
    } catch (PGPException wrong) {
      throw SigningFailures.of("the passphrase does not open the OpenPGP key", FIX, wrong);
    } catch (IOException | RuntimeException broken) {
      if (broken instanceof FailureException known) {
        throw known;
      }
      throw SigningFailures.of("the OpenPGP key cannot be read", FIX, broken);
    }
  }

  private static Optional<PGPSecretKey> read(byte[] key) throws IOException, PGPException {
    try (InputStream in = PGPUtil.getDecoderStream(new ByteArrayInputStream(key))) {
      var rings = new PGPSecretKeyRingCollection(in, new BcKeyFingerprintCalculator());
      for (PGPSecretKeyRing ring : rings) {
        for (PGPSecretKey candidate : ring) {
          if (candidate.isSigningKey() && !candidate.isPrivateKeyEmpty() && maySign(candidate)) {
            return Optional.of(candidate);
          }
        }
      }
      return Optional.empty();
    }
  }

  /// A key may be able to sign and yet be meant for certifying only.
  private static boolean maySign(PGPSecretKey key) {
    var signatures = key.getPublicKey().getSignatures();
    boolean told = false;
    while (signatures.hasNext()) {
      PGPSignatureSubpacketVector hashed = signatures.next().getHashedSubPackets();
      if (hashed != null && hashed.getKeyFlags() != 0) {
        told = true;
        if ((hashed.getKeyFlags() & KeyFlags.SIGN_DATA) != 0) {
          return true;
        }
      }
    }
    return !told;
  }

  @Override
  public byte[] sign(byte[] commit) {
    try {
      var generator =
          new PGPSignatureGenerator(
              new BcPGPContentSignerBuilder(publicKey.getAlgorithm(), HashAlgorithmTags.SHA512),
              publicKey);
      generator.init(PGPSignature.BINARY_DOCUMENT, privateKey);
      var subpackets = new PGPSignatureSubpacketGenerator();
      subpackets.setIssuerFingerprint(false, publicKey);
      subpackets.setSignatureCreationTime(false, Date.from(clock.instant()));
      generator.setHashedSubpackets(subpackets.generate());
      generator.update(commit);
      return armored(generator.generate());
    } catch (PGPException | IOException broken) {
      throw SigningFailures.of("the OpenPGP key does not sign", FIX, broken);
    }
  }

  private static byte[] armored(PGPSignature signature) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = ArmoredOutputStream.builder().clearHeaders().build(bytes)) {
      signature.encode(out);
    }
    return bytes.toString(StandardCharsets.US_ASCII).getBytes(StandardCharsets.US_ASCII);
  }
}
