package dev.levada.fetch;

/// What a client brings to TLS, as PEM text; each part may be empty. The text form never shows the
/// key.
///
/// @param certificate the client's certificate chain
/// @param key the client's private key
/// @param authorities the certificates of the authorities to trust instead of the platform's
@SuppressWarnings("ArrayRecordComponent")
public record TlsMaterial(byte[] certificate, byte[] key, byte[] authorities) {

  /// Neither a certificate nor authorities: the platform's own are trusted.
  public static TlsMaterial none() {
    return new TlsMaterial(new byte[0], new byte[0], new byte[0]);
  }

  /// Whether nothing is given.
  public boolean isEmpty() {
    return certificate.length == 0 && key.length == 0 && authorities.length == 0;
  }

  @Override
  public String toString() {
    return "TlsMaterial[certificate="
        + certificate.length
        + " bytes, key=***, authorities="
        + authorities.length
        + " bytes]";
  }
}
