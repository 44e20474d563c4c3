package dev.levada.fetch.oci;

import dev.levada.core.failure.FailureException;
import dev.levada.fetch.Credentials;
import dev.levada.fetch.http.WebClient;
import dev.levada.fetch.http.WebFailure;
import dev.levada.fetch.http.WebRequest;
import dev.levada.fetch.http.WebResponse;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Sends requests about one repository and proves who we are as its registry wants it.
///
/// @param name the repository
/// @param access how its registry is reached
/// @param client sends
/// @param memory what is known of registries
/// @param clock tells the time
record RegistrySession(
    ImageName name, OciAccess access, WebClient client, RegistryMemory memory, Clock clock) {

  static final String PULL = "pull";
  static final String PUSH = "pull,push";

  /// How long a server may take to show which scheme it speaks; one that is slower is asked anew.
  private static final Duration PROBE = Duration.ofSeconds(1);

  /// What is on its way.
  ///
  /// @param what what is wanted, for messages
  /// @param actions what the caller must be allowed to do
  /// @param request the request
  /// @param body where the body of a good answer goes; kept in memory where null
  record Errand(String what, String actions, WebRequest request, @Nullable OutputStream body) {}

  OciFailures failures(String what) {
    return new OciFailures(what + " of " + name, access.credentials(), clock);
  }

  /// The address of something in the repository.
  ///
  /// @param path what follows the repository's name, such as `tags/list`
  URI uri(String path) {
    return URI.create(base() + "/v2/" + name.repository() + "/" + path);
  }

  private String base() {
    String scheme =
        memory.scheme(name.registry()).orElseGet(() -> access.insecure() ? foundScheme() : "https");
    return (access.insecure() ? scheme : "https") + "://" + name.registry();
  }

  /// Where plain http is allowed, https is used all the same by a registry that has it.
  private String foundScheme() {
    try {
      client.send(probe("https"), PROBE);
      return learned("https");
    } catch (WebFailure none) {
      return switch (none.kind()) {
        case TIMED_OUT -> speaksPlainly() ? learned("http") : "https";
        case UNKNOWN_HOST, UNREACHABLE, INTERRUPTED -> "https";
        case TLS, TOO_LARGE, REDIRECT, BROKEN -> learned("http");
      };
    }
  }

  private WebRequest probe(String scheme) {
    return WebRequest.get(URI.create(scheme + "://" + name.registry() + "/v2/"));
  }

  /// A server of plain http may wait for the rest of what it takes for a request, until we give up.
  private boolean speaksPlainly() {
    try {
      WebResponse answer = client.send(probe("http"), PROBE);
      return answer.status() != 400 || !answer.text().contains("HTTPS");
    } catch (WebFailure none) {
      return false;
    }
  }

  private String learned(String scheme) {
    memory.learnScheme(name.registry(), scheme);
    return scheme;
  }

  WebResponse send(String what, String actions, WebRequest request) {
    return send(new Errand(what, actions, request, null));
  }

  /// Sends, and once more with the proof that the registry asks for.
  ///
  /// @return an answer of any status but 401
  /// @throws FailureException where there is none
  WebResponse send(Errand errand) {
    OciFailures failures = failures(errand.what());
    try {
      Optional<Challenge> known = memory.challenge(name.registry());
      WebResponse answer = proven(errand, known);
      if (answer.status() != 401) {
        return answer;
      }
      Challenge challenge = choose(answer).orElseThrow(() -> failures.of(answer));
      memory.learn(name.registry(), challenge);
      tokens(errand).forget(challenge);
      WebResponse second = proven(errand, Optional.of(challenge));
      if (second.status() == 401) {
        throw failures.of(second);
      }
      return second;
    } catch (WebFailure none) {
      throw failures.of(none);
    }
  }

  private WebResponse proven(Errand errand, Optional<Challenge> challenge) throws WebFailure {
    WebRequest request = errand.request();
    boolean ours = WebClient.sameOrigin(request.uri(), uri(""));
    Optional<String> proof =
        ours ? challenge.flatMap(known -> proof(errand, known)) : Optional.empty();
    if (proof.isPresent()) {
      request = request.with("Authorization", proof.get());
    }
    OutputStream body = errand.body();
    return body == null ? client.send(request) : client.send(request, body);
  }

  private Optional<String> proof(Errand errand, Challenge challenge) {
    if (challenge.scheme().equals("basic")) {
      return basic(access.credentials());
    }
    return access.credentials() instanceof Credentials.Bearer(String token)
        ? Optional.of("Bearer " + token)
        : Optional.of("Bearer " + tokens(errand).get(challenge));
  }

  private RegistryTokens tokens(Errand errand) {
    return new RegistryTokens(
        "repository:" + name.repository() + ":" + errand.actions(),
        access.credentials(),
        client,
        memory.tokens(),
        failures(errand.what()),
        base().startsWith("https"));
  }

  static Optional<String> basic(Credentials credentials) {
    return credentials instanceof Credentials.Basic(String username, String password)
        ? Optional.of(
            "Basic "
                + Base64.getEncoder()
                    .encodeToString((username + ":" + password).getBytes(StandardCharsets.UTF_8)))
        : Optional.empty();
  }

  private static Optional<Challenge> choose(WebResponse answer) {
    List<Challenge> offered = Challenge.parse(answer.headers().allValues("WWW-Authenticate"));
    return offered.stream()
        .filter(each -> each.scheme().equals("bearer") && !each.parameter("realm").isEmpty())
        .findFirst()
        .or(() -> offered.stream().filter(each -> each.scheme().equals("basic")).findFirst());
  }
}
