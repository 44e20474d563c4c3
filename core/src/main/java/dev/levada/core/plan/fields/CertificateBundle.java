package dev.levada.core.plan.fields;

import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Base64;

/// The certificates by which the API server trusts a conversion webhook. Many definitions carry a
/// placeholder there that some controller replaces later, and that the API server refuses.
final class CertificateBundle {

  private CertificateBundle() {}

  /// Removes the bundle from a CustomResourceDefinition, in place, where it holds no certificates.
  static void dropUnreadable(Manifest definition) {
    Mapping client = definition.root().mappingAt("spec", "conversion", "webhook", "clientConfig");
    Node bundle = client.get("caBundle");
    if (bundle != null && !isReadable(bundle)) {
      client.remove("caBundle");
    }
  }

  private static boolean isReadable(Node bundle) {
    if (!(bundle instanceof Scalar scalar)) {
      return false;
    }
    try {
      byte[] pem = Base64.getMimeDecoder().decode(scalar.text());
      return !CertificateFactory.getInstance("X.509")
          .generateCertificates(new ByteArrayInputStream(pem))
          .isEmpty();
    } catch (IllegalArgumentException | CertificateException unreadable) {
      return false;
    }
  }
}
