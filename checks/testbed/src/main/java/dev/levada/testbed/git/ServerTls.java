package dev.levada.testbed.git;

import javax.net.ssl.SSLContext;

/// The TLS side of a test server.
///
/// @param context holds the server's certificate and whom it trusts
/// @param clientCertificateNeeded whether a client must show a certificate
public record ServerTls(SSLContext context, boolean clientCertificateNeeded) {}
