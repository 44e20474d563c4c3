package dev.levada.fetch.kms;

import java.util.Map;

/// A service account of a cluster, in whose name the key services of clouds are asked: its
/// annotations say who it is there, its tokens prove it.
public interface Workload {

  /// The account, or a token of it, is not to be had.
  final class Unavailable extends Exception {

    /// @param why the reason, without anything secret in it
    public Unavailable(String why) {
      super(why);
    }
  }

  /// Its name, for messages and for the names of sessions.
  String name();

  /// Its annotations.
  Map<String, String> annotations() throws Unavailable;

  /// A token for an audience, good for some minutes.
  String token(String audience) throws Unavailable;

  /// An annotation that must be there.
  ///
  /// @throws Unavailable where it is not
  default String required(String annotation) throws Unavailable {
    String value = annotations().getOrDefault(annotation, "");
    if (value.isEmpty()) {
      throw new Unavailable("ServiceAccount " + name() + " has no annotation " + annotation);
    }
    return value;
  }
}
