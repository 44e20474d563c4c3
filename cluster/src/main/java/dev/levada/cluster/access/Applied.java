package dev.levada.cluster.access;

import dev.levada.core.manifest.Json;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;

/// The server's answer to an apply.
///
/// @param created whether the object was not there before
/// @param body the object as it is now (or would be), as JSON
@SuppressWarnings("ArrayRecordComponent") // read once by its one receiver, never compared
public record Applied(boolean created, byte[] body) {

  /// The object as it is now (or would be); parsed anew with each call.
  public Manifest object() {
    return manifest(body);
  }

  static Manifest manifest(byte[] body) {
    if (Json.read(body) instanceof Mapping root) {
      return new Manifest(root);
    }
    throw new ApiUnreachable("the API server's answer is not an object", null);
  }
}
