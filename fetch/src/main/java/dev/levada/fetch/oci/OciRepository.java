package dev.levada.fetch.oci;

import dev.levada.core.manifest.Json;
import dev.levada.core.manifest.MalformedManifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.fetch.http.WebRequest;
import dev.levada.fetch.http.WebResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.util.List;
import java.util.Optional;

/// A repository in a registry. Every method throws a [FailureException] where the registry does not
/// answer as it should.
public final class OciRepository {

  private static final String ACCEPT =
      String.join(
          ", ",
          OciManifest.INDEX,
          OciManifest.IMAGE,
          OciManifest.DOCKER_INDEX,
          OciManifest.DOCKER_IMAGE);
  private static final long MANIFEST_LIMIT = 4L << 20;

  private final ImageName name;
  private final RegistrySession session;

  OciRepository(ImageName name, RegistrySession session) {
    this.name = name;
    this.session = session;
  }

  /// Its name.
  public ImageName name() {
    return name;
  }

  /// All tags.
  ///
  /// @param etag the mark of the list that is known already; empty for none
  public TagList tags(String etag) {
    return new TagScan(session).run(etag);
  }

  /// The digest of a tag or digest, without its content; empty where there is none.
  public Optional<String> find(String reference) {
    String what = "the digest of " + reference;
    WebResponse answer =
        session.send(what, RegistrySession.PULL, manifestRequest("HEAD", reference));
    if (answer.status() == 404) {
      return Optional.empty();
    }
    String digest = answer.header("Docker-Content-Digest");
    if (answer.isGood() && Digest.isOne(digest)) {
      return Optional.of(digest);
    }
    if (answer.isGood() || answer.status() == 405) {
      return Optional.of(manifest(reference).digest());
    }
    throw session.failures(what).of(answer);
  }

  /// A manifest or index, its digest checked.
  ///
  /// @param reference a tag or a digest
  public OciManifest manifest(String reference) {
    String what = "the manifest " + reference;
    OciFailures failures = session.failures(what);
    WebResponse answer =
        session.send(what, RegistrySession.PULL, manifestRequest("GET", reference));
    if (!answer.isGood()) {
      throw failures.of(answer);
    }
    String wanted = Digest.isOne(reference) ? reference : answer.header("Docker-Content-Digest");
    String digest = Digest.isOne(wanted) ? wanted : Digest.of(answer.body());
    var computed = Digest.start(digest);
    computed.update(answer.body());
    if (!Digest.matches(digest, computed)) {
      throw failures.malformed("its bytes do not have the digest " + digest);
    }
    Mapping content = read(answer, failures);
    String type =
        content.textAt("mediaType").isEmpty()
            ? answer.header("Content-Type").split(";", 2)[0].strip()
            : content.textAt("mediaType");
    return new OciManifest(type, digest, answer.body(), content);
  }

  private WebRequest manifestRequest(String method, String reference) {
    return WebRequest.of(method, session.uri("manifests/" + reference))
        .with("Accept", ACCEPT)
        .upTo(MANIFEST_LIMIT);
  }

  private static Mapping read(WebResponse answer, OciFailures failures) {
    if (answer.isPage()) {
      throw failures.notARegistry("an HTML page");
    }
    try {
      Node node = Json.read(answer.body());
      if (node instanceof Mapping mapping) {
        return mapping;
      }
    } catch (MalformedManifest broken) {
      throw failures.malformed("the registry's answer is " + broken.getMessage());
    }
    throw failures.malformed("the registry's answer is no JSON object");
  }

  /// Content, its digest checked.
  ///
  /// @param limit how many bytes it may have
  public byte[] blob(Descriptor descriptor, long limit) {
    var bytes = new ByteArrayOutputStream();
    blob(descriptor, limit, bytes);
    return bytes.toByteArray();
  }

  /// Writes content into a stream. Only when this returns was the digest right: what was written is
  /// to be thrown away otherwise.
  ///
  /// @param limit how many bytes it may have
  public void blob(Descriptor descriptor, long limit, OutputStream out) {
    String what = "the content " + descriptor.digest();
    OciFailures failures = session.failures(what);
    if (!Digest.isOne(descriptor.digest())) {
      throw failures.malformed("that is no digest");
    }
    if (descriptor.size() > limit) {
      throw failures.malformed(
          "it has " + descriptor.size() + " bytes, more than the limit of " + limit);
    }
    long most = descriptor.size() >= 0 ? descriptor.size() : limit;
    var computed = Digest.start(descriptor.digest());
    var checked = new DigestOutputStream(out, computed);
    WebRequest request = WebRequest.get(session.uri("blobs/" + descriptor.digest())).upTo(most);
    WebResponse answer =
        session.send(new RegistrySession.Errand(what, RegistrySession.PULL, request, checked));
    if (!answer.isGood()) {
      throw failures.of(answer);
    }
    flush(checked);
    if (!Digest.matches(descriptor.digest(), computed)) {
      throw failures.malformed("its bytes have another digest");
    }
  }

  private static void flush(OutputStream out) {
    try {
      out.flush();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /// What refers to a manifest, such as its signatures; the fallback tag is read where the registry
  /// has no list of its own.
  public List<Descriptor> referrers(String digest) {
    String what = "the referrers of " + digest;
    WebResponse answer =
        session.send(
            what,
            RegistrySession.PULL,
            WebRequest.get(session.uri("referrers/" + digest))
                .with("Accept", OciManifest.INDEX)
                .upTo(MANIFEST_LIMIT));
    if (answer.isGood()) {
      Mapping content = read(answer, session.failures(what));
      return new OciManifest(OciManifest.INDEX, digest, answer.body(), content).manifests();
    }
    if (answer.status() != 404) {
      throw session.failures(what).of(answer);
    }
    String fallback = digest.replace(':', '-');
    return find(fallback).isEmpty() ? List.of() : manifest(fallback).manifests();
  }

  /// Puts content into the repository, unless it is there.
  public Descriptor push(String mediaType, byte[] content) {
    Descriptor descriptor = Descriptor.of(mediaType, content);
    new Upload(session).blob(descriptor.digest(), content);
    return descriptor;
  }

  /// Puts a manifest into the repository.
  ///
  /// @param reference its tag, or its digest for one without a tag
  public void push(String reference, OciManifest manifest) {
    new Upload(session).manifest(reference, manifest);
  }
}
