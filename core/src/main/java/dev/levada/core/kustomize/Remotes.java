package dev.levada.core.kustomize;

import dev.levada.core.tree.Tree;

/// Fetches what a kustomization names outside its own tree. The core only names what it wants;
/// whoever builds decides whether and how it is fetched, and keeps to limits of size and time.
public interface Remotes {

  /// The bytes behind an `http` or `https` address.
  ///
  /// @throws BuildFailed where they cannot be had; for an answer other than success the message
  ///   reads `HTTP Error: status code 404 (Not Found)`, with its own code and text
  byte[] file(String address);

  /// A Git repository's files at the address's reference. Links and paths inside it never lead out
  /// of this tree.
  ///
  /// @throws BuildFailed where they cannot be had
  Tree repository(RepositoryAddress address);

  /// Refuses everything: for builds that may not reach the network.
  Remotes REFUSED =
      new Remotes() {
        @Override
        public byte[] file(String address) {
          throw refused(address);
        }

        @Override
        public Tree repository(RepositoryAddress address) {
          throw refused(address.text());
        }

        private BuildFailed refused(String address) {
          return new BuildFailed(
              "remote '" + address + "' is not fetched: remote bases are switched off",
              "Keep a copy of it in the repository, or allow remote bases");
        }
      };
}
