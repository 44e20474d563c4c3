package dev.levada.cluster.config;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.internal.SSLUtils;
import java.io.IOException;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;

/// Whom to trust and the client certificate, from a cluster's description.
final class TlsMaterial {

  private TlsMaterial() {}

  static SSLContext of(Config config) {
    try {
      return SSLUtils.sslContext(config);
    } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
      throw new ClusterConfig.Unusable(
          "the certificates for "
              + config.getMasterUrl()
              + " cannot be used ("
              + e.getMessage()
              + "). Check certificate-authority, client-certificate and client-key",
          e);
    }
  }
}
