package dev.levada.fetch.signing;

import dev.levada.core.failure.FailureException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.util.Base64;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.signature.BuiltinSignatures;
import org.apache.sshd.common.signature.Signature;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.jspecify.annotations.Nullable;

/// Signs with an SSH key, in the form that `ssh-keygen -Y sign -n git` gives.
public final class SshSigner implements CommitSigner {

  private static final byte[] MAGIC = "SSHSIG".getBytes(StandardCharsets.US_ASCII);
  private static final String NAMESPACE = "git";
  private static final String HASH = "sha512";
  private static final int WIDTH = 70;
  private static final String FIX =
      "Put an OpenSSH or PEM private key (Ed25519, ECDSA or RSA) under 'identity' of the Secret, and"
          + " its passphrase under 'password'";

  private final KeyPair keys;
  private final BuiltinSignatures algorithm;

  private SshSigner(KeyPair keys, BuiltinSignatures algorithm) {
    this.keys = keys;
    this.algorithm = algorithm;
  }

  /// Reads a private key.
  ///
  /// @param identity the key as OpenSSH or PEM text
  /// @param passphrase opens it; empty where it is not locked
  /// @throws FailureException where it cannot be used
  public static SshSigner of(byte[] identity, String passphrase) {
    try {
      var loaded =
          SecurityUtils.loadKeyPairIdentities(
              null,
              NamedResource.ofName("identity"),
              new ByteArrayInputStream(identity),
              FilePasswordProvider.of(passphrase));
      if (loaded == null || !loaded.iterator().hasNext()) {
        throw SigningFailures.of("there is no SSH key under 'identity'", FIX);
      }
      KeyPair keys = loaded.iterator().next();
      return new SshSigner(keys, algorithm(KeyUtils.getKeyType(keys)));
    } catch (IOException | GeneralSecurityException | RuntimeException broken) {
      if (broken instanceof FailureException known) {
        throw known;
      }
      throw SigningFailures.of("the SSH key cannot be read", FIX, broken);
    }
  }

  private static BuiltinSignatures algorithm(@Nullable String type) {
    return switch (type == null ? "" : type) {
      case "ssh-ed25519" -> BuiltinSignatures.ed25519;
      case "ssh-rsa" -> BuiltinSignatures.rsaSHA512;
      case "ecdsa-sha2-nistp256" -> BuiltinSignatures.nistp256;
      case "ecdsa-sha2-nistp384" -> BuiltinSignatures.nistp384;
      case "ecdsa-sha2-nistp521" -> BuiltinSignatures.nistp521;
      default -> throw SigningFailures.of("keys of type " + type + " are not known", FIX);
    };
  }

  @Override
  public byte[] sign(byte[] commit) {
    try {
      var signed = new ByteArrayBuffer();
      signed.putRawBytes(MAGIC);
      signed.putString(NAMESPACE);
      signed.putString("");
      signed.putString(HASH);
      signed.putBytes(MessageDigest.getInstance("SHA-512").digest(commit));
      var blob = new ByteArrayBuffer();
      blob.putRawBytes(MAGIC);
      blob.putUInt(1);
      var publicKey = new ByteArrayBuffer();
      publicKey.putRawPublicKey(keys.getPublic());
      blob.putBytes(publicKey.getCompactData());
      blob.putString(NAMESPACE);
      blob.putString("");
      blob.putString(HASH);
      blob.putBytes(signature(signed.getCompactData()));
      return armored(blob.getCompactData());
    } catch (Exception broken) {
      throw SigningFailures.of("the SSH key does not sign", FIX, broken);
    }
  }

  /// The library's signatures declare `Exception`.
  @SuppressWarnings("NullAway") // The library takes null for "outside a session".
  private byte[] signature(byte[] content) throws Exception {
    Signature signer = algorithm.create();
    signer.initSigner(null, keys.getPrivate());
    signer.update(null, content);
    var signature = new ByteArrayBuffer();
    signature.putString(algorithm.getName());
    signature.putBytes(signer.sign(null));
    return signature.getCompactData();
  }

  private static byte[] armored(byte[] blob) {
    var out = new ByteArrayOutputStream();
    out.writeBytes("-----BEGIN SSH SIGNATURE-----\n".getBytes(StandardCharsets.US_ASCII));
    String text = Base64.getEncoder().encodeToString(blob);
    for (int at = 0; at < text.length(); at += WIDTH) {
      String line = text.substring(at, Math.min(text.length(), at + WIDTH)) + "\n";
      out.writeBytes(line.getBytes(StandardCharsets.US_ASCII));
    }
    out.writeBytes("-----END SSH SIGNATURE-----\n".getBytes(StandardCharsets.US_ASCII));
    return out.toByteArray();
  }
}
