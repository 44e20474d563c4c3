package dev.levada.core.secret;

import java.util.List;

/// Puts a key together from shares of it. A share is the bytes of a polynomial over GF(2^8) at one
/// place; its last byte says which.
final class ShamirShares {

  private static final int POLYNOMIAL = 0x11b;

  private ShamirShares() {}

  static byte[] combine(List<byte[]> shares) {
    int length = shares.getFirst().length - 1;
    if (length < 1 || shares.stream().anyMatch(share -> share.length != length + 1)) {
      throw new DecryptionFailed(
          "the parts of the data key do not fit together", "Encrypt the file anew");
    }
    byte[] secret = new byte[length];
    for (byte[] share : shares) {
      int weight = weight(shares, share[length] & 0xff);
      for (int i = 0; i < length; i++) {
        secret[i] ^= (byte) multiply(share[i] & 0xff, weight);
      }
    }
    return secret;
  }

  /// The Lagrange basis polynomial of a place, at zero.
  private static int weight(List<byte[]> shares, int place) {
    int weight = 1;
    int same = 0;
    for (byte[] other : shares) {
      int there = other[other.length - 1] & 0xff;
      if (there == place) {
        same++;
      } else {
        weight = multiply(weight, divide(there, there ^ place));
      }
    }
    if (same != 1) {
      throw new DecryptionFailed(
          "two parts of the data key are of one place", "Encrypt the file anew");
    }
    return weight;
  }

  private static int multiply(int a, int b) {
    int product = 0;
    for (int x = a, y = b; y != 0; y >>= 1) {
      if ((y & 1) != 0) {
        product ^= x;
      }
      x <<= 1;
      if (x > 0xff) {
        x ^= POLYNOMIAL;
      }
    }
    return product;
  }

  // The inverse is the 254th power.
  private static int divide(int a, int b) {
    int inverse = 1;
    for (int i = 0; i < 254; i++) {
      inverse = multiply(inverse, b);
    }
    return multiply(a, inverse);
  }
}
