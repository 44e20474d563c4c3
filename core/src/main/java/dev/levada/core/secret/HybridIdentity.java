package dev.levada.core.secret;

import com.exceptionfactory.jagged.FileKey;
import com.exceptionfactory.jagged.RecipientStanza;
import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.UnsupportedRecipientStanzaException;
import com.exceptionfactory.jagged.bech32.Bech32;
import com.exceptionfactory.jagged.bech32.Bech32Address;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.util.Base64;
import java.util.Optional;

/// A post-quantum age identity, `AGE-SECRET-KEY-PQ-1…`.
final class HybridIdentity implements RecipientStanzaReader {

  static final String PREFIX = "AGE-SECRET-KEY-PQ-1";

  private static final String WORD = "mlkem768x25519";
  private static final byte[] PURPOSE = HybridKem.ascii("age-encryption.org/" + WORD);

  private final HybridKem key;

  private HybridIdentity(HybridKem key) {
    this.key = key;
  }

  static HybridIdentity read(String line) throws GeneralSecurityException {
    Bech32Address address = Bech32.getDecoder().decode(line);
    if (address.getData().length != HybridKem.SEED_BYTES) {
      throw new InvalidKeyException("a seed of another length");
    }
    return new HybridIdentity(new HybridKem(address.getData()));
  }

  @Override
  public FileKey getFileKey(Iterable<RecipientStanza> stanzas) throws GeneralSecurityException {
    for (RecipientStanza stanza : stanzas) {
      if (stanza.getType().equals(WORD) && stanza.getArguments().size() == 1) {
        byte[] message = Base64.getDecoder().decode(stanza.getArguments().getFirst());
        Optional<FileKey> fileKey = open(message, stanza.getBody());
        if (fileKey.isPresent()) {
          return fileKey.get();
        }
      }
    }
    throw new UnsupportedRecipientStanzaException("no recipient fits");
  }

  private Optional<FileKey> open(byte[] message, byte[] sealed) {
    if (message.length != HybridKem.MESSAGE_BYTES) {
      return Optional.empty();
    }
    try {
      return Optional.of(new FileKey(SealedBox.open(key.agree(message), PURPOSE, sealed)));
    } catch (GeneralSecurityException another) {
      return Optional.empty(); // it is for another identity
    }
  }
}
