package dev.levada.fetch.oci;

import dev.levada.core.failure.FailureException;
import dev.levada.fetch.http.WebRequest;
import dev.levada.fetch.http.WebResponse;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// Puts content and manifests into a repository.
///
/// @param session talks to the registry
record Upload(RegistrySession session) {

  /// @throws FailureException where the registry does not take it
  void blob(String digest, byte[] content) {
    String what = "a place for " + digest;
    WebResponse there =
        session.send(
            what, RegistrySession.PUSH, WebRequest.of("HEAD", session.uri("blobs/" + digest)));
    if (there.isGood()) {
      return;
    }
    WebResponse opened =
        session.send(
            what, RegistrySession.PUSH, WebRequest.of("POST", session.uri("blobs/uploads/")));
    if (opened.status() != 202) {
      throw session.failures(what).of(opened);
    }
    URI place = place(opened, what);
    String mark = place.getRawQuery() == null ? "?" : "&";
    URI target =
        URI.create(place + mark + "digest=" + URLEncoder.encode(digest, StandardCharsets.UTF_8));
    WebResponse done =
        session.send(
            what,
            RegistrySession.PUSH,
            WebRequest.of("PUT", target).with("application/octet-stream", content));
    if (!done.isGood()) {
      throw session.failures(what).of(done);
    }
  }

  private URI place(WebResponse opened, String what) {
    try {
      return opened.uri().resolve(opened.header("Location"));
    } catch (IllegalArgumentException broken) {
      throw session.failures(what).malformed("the registry names no address for the upload");
    }
  }

  /// @throws FailureException where the registry does not take it
  void manifest(String reference, OciManifest manifest) {
    String what = "a place for the manifest " + reference;
    WebResponse answer =
        session.send(
            what,
            RegistrySession.PUSH,
            WebRequest.of("PUT", session.uri("manifests/" + reference))
                .with(manifest.mediaType(), manifest.bytes()));
    if (!answer.isGood()) {
      throw session.failures(what).of(answer);
    }
  }
}
