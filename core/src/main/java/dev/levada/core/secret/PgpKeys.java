package dev.levada.core.secret;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.bouncycastle.bcpg.ArmoredInputStream;
import org.bouncycastle.openpgp.PGPCompressedData;
import org.bouncycastle.openpgp.PGPEncryptedData;
import org.bouncycastle.openpgp.PGPEncryptedDataList;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPObjectFactory;
import org.bouncycastle.openpgp.PGPPublicKeyEncryptedData;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.PGPSecretKeyRingCollection;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPBESecretKeyDecryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyDataDecryptorFactory;
import org.jspecify.annotations.Nullable;

/// PGP secret keys without a passphrase.
final class PgpKeys implements KeyService {

  private static final int LONGEST_DATA_KEY = 4096;
  private static final int DEEPEST_PACKET = 8;

  private final PGPSecretKeyRingCollection keys;

  private PgpKeys(PGPSecretKeyRingCollection keys) {
    this.keys = keys;
  }

  /// The secret keys of an exported key ring, armored or not.
  ///
  /// @throws DecryptionFailed where it is none
  static PgpKeys read(String name, byte[] file) {
    try (InputStream in = PGPUtil.getDecoderStream(new ByteArrayInputStream(file))) {
      return new PgpKeys(new PGPSecretKeyRingCollection(in, new BcKeyFingerprintCalculator()));
    } catch (IOException | PGPException | RuntimeException e) {
      throw new DecryptionFailed(
          "failed to import data from decryption Secret key '" + name + "': not a PGP secret key",
          "Export the key with gpg --export-secret-keys --armor, without a passphrase");
    }
  }

  @Override
  public Result unwrap(WrappedKey wrapped) {
    if (!(wrapped instanceof WrappedKey.Pgp pgp)) {
      return new Result.NotMine();
    }
    try (InputStream in =
        new ArmoredInputStream(
            new ByteArrayInputStream(pgp.encrypted().getBytes(StandardCharsets.US_ASCII)))) {
      return open(new BcPGPObjectFactory(in));
    } catch (IOException | PGPException | RuntimeException e) {
      return new Result.Refused("the PGP message cannot be read");
    }
  }

  private Result open(PGPObjectFactory message) throws IOException, PGPException {
    Object packet = message.nextObject();
    while (packet != null && !(packet instanceof PGPEncryptedDataList)) {
      packet = message.nextObject();
    }
    if (packet instanceof PGPEncryptedDataList list) {
      for (PGPEncryptedData data : list) {
        if (data instanceof PGPPublicKeyEncryptedData encrypted) {
          PGPKeyPair key = key(encrypted.getKeyIdentifier().getKeyId());
          if (key != null) {
            return literal(encrypted, key);
          }
        }
      }
    }
    return new Result.NotMine();
  }

  private @Nullable PGPKeyPair key(long id) throws PGPException {
    PGPSecretKey key = keys.getSecretKey(id);
    return key == null
        ? null
        : key.extractKeyPair(
            new BcPBESecretKeyDecryptorBuilder(new BcPGPDigestCalculatorProvider())
                .build(new char[0]));
  }

  private static Result literal(PGPPublicKeyEncryptedData encrypted, PGPKeyPair key)
      throws IOException, PGPException {
    InputStream open = encrypted.getDataStream(new BcPublicKeyDataDecryptorFactory(key));
    PGPObjectFactory packets = new BcPGPObjectFactory(open);
    for (int depth = 0; depth < DEEPEST_PACKET; depth++) {
      Object packet = packets.nextObject();
      if (packet instanceof PGPLiteralData literal) {
        return new Result.Opened(literal.getInputStream().readNBytes(LONGEST_DATA_KEY));
      }
      if (packet instanceof PGPCompressedData compressed) {
        packets = new BcPGPObjectFactory(compressed.getDataStream());
      }
    }
    return new Result.Refused("the PGP message holds no text");
  }
}
