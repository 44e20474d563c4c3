package dev.levada.fetch.git;

import dev.levada.core.failure.FailureException;
import dev.levada.core.failure.Reason;
import dev.levada.fetch.Credentials;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.apache.sshd.common.SshException;
import org.eclipse.jgit.errors.NoRemoteRepositoryException;
import org.jspecify.annotations.Nullable;

/// Tells a user what went wrong with one request: the address without credentials, what was wanted,
/// why it did not come, and what to do.
///
/// @param request what was asked for
/// @param address whom
record GitFailures(GitRequest request, GitAddress address) {

  private static final int NO_MORE_WAYS_TO_LOG_IN = 14;
  private static final int FIRST_SERVER_ERROR = 500;

  /// The reference is written in a way that can mean nothing.
  FailureException invalidRef(String why) {
    return FailureException.stalled(
        Reason.GIT_OPERATION_FAILED,
        request.ref().describe() + " of " + address + " cannot be fetched: " + why,
        "Correct spec.ref");
  }

  /// There is nothing in the repository yet.
  FailureException empty() {
    return FailureException.retrying(
        Reason.EMPTY_GIT_REPOSITORY,
        "the repository " + address + " is empty, so it has no " + request.ref().describe(),
        "Push a first commit");
  }

  /// The repository has other references, but not this one.
  FailureException notFound() {
    String wanted = request.ref().describe();
    boolean range = wanted.startsWith("semver");
    return retrying(
        range ? "no tag is a version in this range" : "the repository has none of that name",
        range
            ? "Push a tag such as v1.2.3, or correct spec.ref.semver"
            : "Push it, or correct spec.ref");
  }

  /// The time was over before the server had answered.
  FailureException timedOut() {
    return retrying(
        "the server did not finish within " + request.timeout().toMillis() / 1000.0 + " s",
        "See whether the server is slow, or raise spec.timeout");
  }

  /// The engine was told to stop meanwhile.
  FailureException interrupted() {
    return retrying("it was interrupted", "Nothing is to be done: it is tried again");
  }

  /// What went wrong in a way that nothing is known of.
  FailureException unexpected(@Nullable Throwable cause) {
    if (cause instanceof FailureException known) {
      return known;
    }
    return with(retrying(reasonOf(cause), "See the log of the engine for more"), cause);
  }

  /// What went wrong while talking to the server.
  FailureException of(Exception cause, Wire wire) {
    if (cause instanceof FailureException known) {
      return known;
    }
    if (wire.hostKeyRefused()) {
      return with(
          authentication(
              "the server's host key is not among the known hosts",
              "Put the server's key under 'known_hosts' of the Secret, once you have checked it"),
          cause);
    }
    return with(byStatus(cause, wire.lastStatus()), cause);
  }

  private FailureException byStatus(Exception cause, int status) {
    if (status == 401 || status == 403) {
      return authentication(
          "the server refused " + shown() + " (HTTP " + status + ")",
          "Name a Secret in spec.secretRef whose account may read the repository");
    }
    if (status == 404) {
      return retrying(
          "the server knows no such repository, or hides it (HTTP 404)",
          "Correct spec.url, or name a Secret in spec.secretRef whose account may read it");
    }
    if (status >= FIRST_SERVER_ERROR) {
      return retrying("the server answered HTTP " + status, "See what is wrong with the server");
    }
    return byKind(cause, status == 0 && !address.isSsh());
  }

  private FailureException byKind(Exception cause, boolean unanswered) {
    for (Throwable link : chain(cause)) {
      FailureException known =
          switch (link) {
            case SshException ssh when ssh.getDisconnectCode() == NO_MORE_WAYS_TO_LOG_IN ->
                authentication(
                    "the server refused the SSH key",
                    "Add the public half of 'identity' to the repository's deploy keys");
            case UnknownHostException _ ->
                retrying(
                    "the host name is not known",
                    "Correct the host in spec.url, or see to the cluster's name service");
            case ConnectException _ ->
                retrying(
                    "the server cannot be reached (" + link.getMessage() + ")",
                    "See whether the server runs and whether the network lets us through");
            case SocketTimeoutException _ -> timedOut();
            case SSLException _, SocketException _ -> brokenOff(link);
            case NoRemoteRepositoryException _ ->
                retrying(
                    "the server knows no such repository",
                    "Correct spec.url, or let the key read it");
            default -> null;
          };
      if (known != null) {
        return known;
      }
    }
    return byAnswer(cause, unanswered);
  }

  private FailureException byAnswer(Exception cause, boolean unanswered) {
    return unanswered
        ? brokenOff(chain(cause).getLast())
        : retrying(reasonOf(cause), "See whether spec.url is the address of a Git repository");
  }

  private FailureException brokenOff(Throwable link) {
    return link instanceof SSLException
        ? retrying(
            "TLS failed (" + link.getMessage() + ")",
            "Put the certificate of the server's authority under ca.crt of the Secret in"
                + " spec.secretRef, and a client certificate if the server wants one")
        : retrying(
            "the server broke the connection off (" + link.getMessage() + ")",
            "See the server's log; if it wants a client certificate, put one under tls.crt and"
                + " tls.key of the Secret in spec.secretRef");
  }

  private FailureException authentication(String why, String fix) {
    return FailureException.retrying(Reason.AUTHENTICATION_FAILED, sentence(why), fix);
  }

  private FailureException retrying(String why, String fix) {
    return FailureException.retrying(Reason.GIT_OPERATION_FAILED, sentence(why), fix);
  }

  private String sentence(String why) {
    String text = request.ref().describe() + " of " + address + " cannot be fetched: " + why;
    for (String secret : secrets()) {
      text = text.replace(secret, "***");
    }
    return text;
  }

  private List<String> secrets() {
    return switch (request.credentials()) {
      case Credentials.None _ -> List.of();
      case Credentials.Basic(_, String password) -> longEnough(password);
      case Credentials.Bearer(String token) -> longEnough(token);
      case Credentials.SshKey key -> longEnough(key.passphrase());
    };
  }

  private static List<String> longEnough(String secret) {
    return secret.length() < 4 ? List.of() : List.of(secret);
  }

  private String shown() {
    return switch (request.credentials()) {
      case Credentials.None _ -> "to answer without credentials";
      case Credentials.Basic _ -> "the username and password";
      case Credentials.Bearer _ -> "the bearer token";
      case Credentials.SshKey _ -> "to answer without username and password";
    };
  }

  /// The innermost reason, since the outer ones only repeat the address.
  private static String reasonOf(@Nullable Throwable cause) {
    Throwable inner = chain(cause).isEmpty() ? null : chain(cause).getLast();
    return inner == null ? "unknown" : Objects.toString(inner.getMessage(), inner.toString());
  }

  private static List<Throwable> chain(@Nullable Throwable cause) {
    return Stream.iterate(cause, Objects::nonNull, Throwable::getCause).limit(20).toList();
  }

  private static FailureException with(FailureException failure, @Nullable Throwable cause) {
    return cause == null ? failure : new FailureException(failure.failure(), cause);
  }
}
