package dev.levada.cluster.access;

import dev.levada.core.manifest.MalformedManifest;
import java.io.IOException;
import tools.jackson.core.JacksonException;

/// Reads JSON from a connection: what is no JSON, or no object, breaks the reading off as a broken
/// connection would.
@FunctionalInterface
interface JsonReading<T> {

  T read() throws IOException;

  /// What was read.
  static <T> T guard(JsonReading<T> reading) throws IOException {
    try {
      return reading.read();
    } catch (JacksonException e) {
      throw new IOException(e.getOriginalMessage(), e);
    } catch (MalformedManifest e) {
      throw new IOException(e.getMessage(), e);
    }
  }
}
