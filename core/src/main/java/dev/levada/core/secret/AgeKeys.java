package dev.levada.core.secret;

import com.exceptionfactory.jagged.DecryptingChannelFactory;
import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.framework.armor.ArmoredDecryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;

/// Age identities.
final class AgeKeys implements KeyService {

  private static final int LONGEST_DATA_KEY = 4096;
  private static final String IDENTITY = "AGE-SECRET-KEY-1";

  private final List<RecipientStanzaReader> identities;

  private AgeKeys(List<RecipientStanzaReader> identities) {
    this.identities = identities;
  }

  /// The identities of a key file, one a line, with comments.
  ///
  /// @throws DecryptionFailed where a line is no identity; the message does not quote it
  static AgeKeys read(String name, String file) {
    var identities = new ArrayList<RecipientStanzaReader>();
    int number = 0;
    for (String line : file.lines().map(String::strip).toList()) {
      number++;
      if (!line.isEmpty() && !line.startsWith("#")) {
        identities.add(identity(name, number, line));
      }
    }
    return new AgeKeys(identities);
  }

  private static RecipientStanzaReader identity(String name, int number, String line) {
    try {
      if (line.startsWith(HybridIdentity.PREFIX)) {
        return HybridIdentity.read(line);
      }
      if (!line.startsWith(IDENTITY)) {
        throw unusable(name, number);
      }
      return X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(line);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw unusable(name, number);
    }
  }

  private static DecryptionFailed unusable(String name, int number) {
    return new DecryptionFailed(
        "failed to import data from decryption Secret key '"
            + name
            + "': line "
            + number
            + " is no age identity",
        "Each line that is no comment begins with AGE-SECRET-KEY-, as age-keygen prints it");
  }

  @Override
  public Result unwrap(WrappedKey wrapped) {
    if (!(wrapped instanceof WrappedKey.Age age) || identities.isEmpty()) {
      return new Result.NotMine();
    }
    DecryptingChannelFactory factory = new ArmoredDecryptingChannelFactory();
    var bytes = new ByteArrayInputStream(age.encrypted().getBytes(StandardCharsets.US_ASCII));
    try (ReadableByteChannel open =
        factory.newDecryptingChannel(Channels.newChannel(bytes), identities)) {
      return new Result.Opened(Channels.newInputStream(open).readNBytes(LONGEST_DATA_KEY));
    } catch (GeneralSecurityException | IOException | RuntimeException e) {
      return new Result.Refused("no age identity matches the recipient");
    }
  }
}
