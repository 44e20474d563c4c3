package dev.levada.core.hook;

import java.util.Locale;
import java.util.Map;

/// One call as it came in. Nothing of it is to be trusted.
///
/// @param headers the first value of each header, by its name in lower case
/// @param body the bytes that were sent
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record Call(Map<String, String> headers, byte[] body) {

  public Call {
    headers = Map.copyOf(headers);
  }

  /// A header's first value; empty where it is missing.
  public String header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
  }

  /// Keeps what was sent out of logs.
  @Override
  public String toString() {
    return "Call[" + body.length + " bytes]";
  }
}
