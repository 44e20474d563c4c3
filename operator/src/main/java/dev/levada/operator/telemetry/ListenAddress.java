package dev.levada.operator.telemetry;

import java.net.InetSocketAddress;

/// Reads the addresses that flags such as `--metrics-addr` and `--health-addr` give.
public final class ListenAddress {

  private static final int LAST_PORT = 65_535;

  private ListenAddress() {}

  /// The address: `:8080` on all interfaces, `127.0.0.1:8080`, `[::1]:8080`; port 0 is any free
  /// one.
  public static InetSocketAddress of(String address) {
    int colon = address.lastIndexOf(':');
    String port = address.substring(colon + 1);
    if (colon < 0 || !port.matches("\\d{1,5}") || Integer.parseInt(port) > LAST_PORT) {
      throw new IllegalArgumentException(
          "'" + address + "' is no address to listen on: write ':8080' or '127.0.0.1:8080'");
    }
    String host = address.substring(0, colon).replaceAll("^\\[|]$", "");
    return host.isEmpty()
        ? new InetSocketAddress(Integer.parseInt(port))
        : new InetSocketAddress(host, Integer.parseInt(port));
  }
}
