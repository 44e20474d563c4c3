package dev.levada.fetch.forge;

import dev.levada.fetch.Credentials;
import dev.levada.fetch.http.WebSettings;
import java.net.URI;

/// Which repository at which host, and as whom.
///
/// @param kind the host's language
/// @param base the host's address, such as `https://github.com`
/// @param repository the repository's path there, such as `org/app`
/// @param credentials a token, or a name and password
/// @param web certificates, proxy, time
public record ForgeSettings(
    ForgeKind kind, URI base, String repository, Credentials credentials, WebSettings web) {}
