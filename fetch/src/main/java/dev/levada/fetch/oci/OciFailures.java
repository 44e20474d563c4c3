package dev.levada.fetch.oci;

import dev.levada.core.failure.Failure;
import dev.levada.core.failure.FailureException;
import dev.levada.core.failure.Reason;
import dev.levada.core.manifest.Json;
import dev.levada.core.manifest.MalformedManifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.fetch.Credentials;
import dev.levada.fetch.http.WebFailure;
import dev.levada.fetch.http.WebResponse;
import java.time.Clock;
import java.time.Duration;

/// Tells a user why something does not come from a registry.
///
/// @param what what was wanted, such as `tags of ghcr.io/org/app`
/// @param credentials what was shown
/// @param clock tells how long a date in an answer is away
record OciFailures(String what, Credentials credentials, Clock clock) {

  private static final Duration AGAIN = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofHours(1);

  /// There was an answer, but not the one that is wanted.
  FailureException of(WebResponse answer) {
    return switch (answer.status()) {
      case 401 -> refused("the registry refused " + shown() + " (HTTP 401" + said(answer) + ")");
      case 403 ->
          refused("the registry does not let " + who() + " do that (HTTP 403" + said(answer) + ")");
      case 404 ->
          retrying(
              "the registry has no such repository or image, or hides it (HTTP 404"
                  + said(answer)
                  + ")",
              "Correct the name, push the image, or name a Secret whose account may read it");
      case 429 -> slowDown(answer);
      default -> other(answer);
    };
  }

  private FailureException other(WebResponse answer) {
    if (answer.isPage()) {
      return notARegistry("an HTML page (HTTP " + answer.status() + ")");
    }
    return answer.status() >= 500
        ? retrying(
            "the registry answered HTTP " + answer.status() + said(answer),
            "See what is wrong with the registry")
        : retrying(
            "the registry answered HTTP " + answer.status() + said(answer),
            "See whether the name is right and the registry speaks the OCI distribution protocol");
  }

  private FailureException slowDown(WebResponse answer) {
    Duration wait = answer.retryAfter(clock).orElse(AGAIN);
    Duration again = wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    return new FailureException(
        new Failure.Waiting(
            Reason.READ_OPERATION_FAILED,
            sentence(
                "the registry asks us to come back in "
                    + again.toSeconds()
                    + " s (HTTP 429"
                    + said(answer)
                    + ")"),
            "Log in with a Secret, which raises most registries' limits, or raise the interval",
            again));
  }

  /// There was no answer.
  FailureException of(WebFailure failure) {
    return new FailureException(
        new Failure.Retrying(
            failure.kind() == WebFailure.Kind.TLS
                ? Reason.AUTHENTICATION_FAILED
                : Reason.READ_OPERATION_FAILED,
            sentence(failure.reason()),
            failure.fix()),
        failure);
  }

  /// The answer is good but makes no sense.
  FailureException malformed(String why) {
    return retrying(why, "See what is wrong with the registry, or with a proxy before it");
  }

  /// Something answers that is no registry.
  FailureException notARegistry(String answer) {
    return retrying(
        "what answered is no registry: it sent " + answer,
        "Correct the registry's name; see whether a proxy or a login page stands before it");
  }

  private FailureException refused(String why) {
    return FailureException.retrying(
        Reason.AUTHENTICATION_FAILED,
        sentence(why),
        "Name a Secret of type kubernetes.io/dockerconfigjson in spec.secretRef whose account may do"
            + " that");
  }

  private FailureException retrying(String why, String fix) {
    return FailureException.retrying(Reason.READ_OPERATION_FAILED, sentence(why), fix);
  }

  private String sentence(String why) {
    String text = what + " cannot be had: " + why;
    String secret =
        switch (credentials) {
          case Credentials.Basic(_, String password) -> password;
          case Credentials.Bearer(String token) -> token;
          case Credentials.None _, Credentials.SshKey _ -> "";
        };
    return secret.length() < 4 ? text : text.replace(secret, "***");
  }

  private String shown() {
    return switch (credentials) {
      case Credentials.None _, Credentials.SshKey _ -> "to answer without credentials";
      case Credentials.Basic(String username, _) ->
          username.equals(DockerConfig.IDENTITY)
              ? "the identity token"
              : "the username '" + username + "' and its password";
      case Credentials.Bearer _ -> "the token";
    };
  }

  private String who() {
    return switch (credentials) {
      case Credentials.None _, Credentials.SshKey _ -> "anybody without credentials";
      case Credentials.Basic(String username, _) -> "'" + username + "'";
      case Credentials.Bearer _ -> "the token's account";
    };
  }

  /// What the registry itself says, in the form that the protocol has for errors.
  private static String said(WebResponse answer) {
    try {
      if (!answer.isPage()
          && Json.read(answer.body()) instanceof Mapping body
          && body.sequenceAt("errors").items().stream().findFirst().orElse(body)
              instanceof Mapping error
          && !error.textAt("code").isEmpty()) {
        String message = error.textAt("message");
        return ": " + error.textAt("code") + (message.isEmpty() ? "" : ", " + cut(message));
      }
    } catch (MalformedManifest notJson) {
      return ""; // the status says enough
    }
    return "";
  }

  private static String cut(String message) {
    String line = message.replaceAll("\\s+", " ").strip();
    return line.length() > 200 ? line.substring(0, 200) + "…" : line;
  }
}
