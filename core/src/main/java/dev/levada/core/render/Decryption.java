package dev.levada.core.render;

import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.secret.DecryptionFailed;
import dev.levada.core.secret.Opener;
import dev.levada.core.secret.SopsFormat;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Consumer;

/// Opens what SOPS has encrypted: whole objects, and single values of Secrets.
///
/// @param opener opens it; nothing where no decryption is asked for
/// @param strict whether a value that was changed after it was encrypted is an error; else it is
///   warned of
public record Decryption(Optional<Opener> opener, boolean strict) {

  /// Opens nothing.
  public static final Decryption NONE = new Decryption(Optional.empty(), false);

  private static final String HINT = "kustomize.toolkit.fluxcd.io/decrypt";

  /// The object with what is encrypted in it opened, in place.
  ///
  /// @throws DecryptionFailed where something cannot be opened, or a Secret is left encrypted
  Manifest open(Manifest manifest, Consumer<String> warnings) {
    if ("disabled".equalsIgnoreCase(manifest.annotations().get(HINT))) {
      return manifest;
    }
    if (opener.isPresent()) {
      open(manifest, opener.get(), warnings);
    } else if (isSecret(manifest) && Opener.isEncrypted(manifest.root())) {
      throw new DecryptionFailed(
          manifest.id().subject()
              + " is SOPS encrypted, configuring decryption is required for this secret to be"
              + " reconciled",
          "Set spec.decryption, or annotate the Secret with " + HINT + ": disabled");
    }
    return manifest;
  }

  private void open(Manifest manifest, Opener opener, Consumer<String> warnings) {
    try {
      if (Opener.isEncrypted(manifest.root())) {
        opener.open(manifest.root());
      }
      if (isSecret(manifest) && manifest.root().get("data") instanceof Mapping data) {
        for (var entry : data.entries().entrySet()) {
          if (entry.getValue() instanceof Scalar value) {
            entry.setValue(open(entry.getKey(), value, opener, warnings));
          }
        }
      }
    } catch (DecryptionFailed e) {
      throw e.within("decryption failed for '" + manifest.id().subject() + "': ");
    }
  }

  private static boolean isSecret(Manifest manifest) {
    return manifest.kind().equals("Secret") && manifest.type().group().isEmpty();
  }

  private Scalar open(String key, Scalar value, Opener opener, Consumer<String> warnings) {
    byte[] content;
    try {
      content = Base64.getMimeDecoder().decode(value.text());
    } catch (IllegalArgumentException notBase64) {
      return value; // the API server says so
    }
    Optional<SopsFormat> written = SopsFormat.ofEncrypted(content);
    if (written.isEmpty()) {
      return value;
    }
    byte[] open = open(key, content, written.get(), key, opener, warnings);
    return new Scalar(Scalar.Kind.STRING, Base64.getEncoder().encodeToString(open), value.quoted());
  }

  /// A file's or value's content, opened in the format that its name promises.
  byte[] open(
      String place,
      byte[] content,
      SopsFormat written,
      String name,
      Opener opener,
      Consumer<String> warnings) {
    boolean binary = written == SopsFormat.JSON && SopsFormat.ofName(name) == SopsFormat.BINARY;
    SopsFormat read = binary ? SopsFormat.BINARY : written;
    SopsFormat wanted = SopsFormat.ofName(name);
    if (read == SopsFormat.BINARY || wanted == SopsFormat.BINARY) {
      wanted = read;
    }
    Opener.Content open = opener.open(content, read, wanted);
    check(open.intact(), place, warnings);
    return open.bytes();
  }

  /// Says what to think of a file that was changed after it was encrypted.
  void check(boolean intact, String place, Consumer<String> warnings) {
    if (!intact) {
      String message =
          "the message code (MAC) of '"
              + place
              + "' does not fit: something in it was changed after it was encrypted";
      if (strict) {
        throw new DecryptionFailed(message, "Change encrypted files with sops only");
      }
      warnings.accept(message);
    }
  }
}
