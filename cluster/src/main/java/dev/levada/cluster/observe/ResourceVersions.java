package dev.levada.cluster.observe;

import java.math.BigInteger;

/// Compares the versions that the API server gives to objects of one kind: whole numbers that only
/// grow (Kubernetes, KEP-5504).
final class ResourceVersions {

  private ResourceVersions() {}

  /// Whether the first is later than the second. Where one of them is no number nobody can tell,
  /// and the answer is yes: a version that is taken twice does no harm, one that is lost does.
  static boolean isLater(String first, String second) {
    if (!isNumber(first) || !isNumber(second)) {
      return !first.equals(second);
    }
    return new BigInteger(first).compareTo(new BigInteger(second)) > 0;
  }

  private static boolean isNumber(String version) {
    return !version.isEmpty() && version.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
