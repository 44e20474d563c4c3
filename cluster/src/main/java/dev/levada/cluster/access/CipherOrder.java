package dev.levada.cluster.access;

import java.util.Arrays;
import java.util.Comparator;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/// Which ciphers a connection offers, and in which order: ChaCha20 before AES. The engine's JVM
/// compiles without the compiler that knows the processor's instructions for AES
/// (docs/decisions/0013-one-compiler.md), and without them ChaCha20 is several times faster. A
/// server that wants AES still gets it.
final class CipherOrder {

  private CipherOrder() {}

  static SSLParameters of(SSLContext tls) {
    SSLParameters parameters = tls.getDefaultSSLParameters();
    parameters.setCipherSuites(
        Arrays.stream(parameters.getCipherSuites())
            .sorted(Comparator.comparing((String suite) -> !suite.contains("CHACHA20")))
            .toArray(String[]::new));
    return parameters;
  }
}
