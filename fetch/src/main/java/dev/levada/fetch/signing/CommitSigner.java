package dev.levada.fetch.signing;

/// Signs the bytes of a commit.
public interface CommitSigner {

  /// The signature as Git keeps it in a commit: armored text.
  byte[] sign(byte[] commit);
}
