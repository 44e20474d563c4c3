package dev.levada.fetch.forge;

import dev.levada.core.manifest.Json;
import dev.levada.core.manifest.MalformedManifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.manifest.Sequence;
import dev.levada.fetch.forge.ForgeFailed.Kind;
import dev.levada.fetch.http.WebFailure;
import dev.levada.fetch.http.WebResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Tells what a host's answer to a request means.
///
/// @param what what was asked, such as `opening a pull request at https://github.com/org/app`
/// @param clock tells how long a time in an answer is away
record ForgeAnswers(String what, Clock clock) {

  private static final Duration LONGEST = Duration.ofHours(1);
  private static final int DEEPEST = 4;
  private static final int MOST = 400;

  /// The body of a good answer; an empty mapping where it has none.
  Node read(WebResponse answer) {
    if (!answer.isGood()) {
      throw failed(answer);
    }
    if (answer.isPage()) {
      throw noApi(answer);
    }
    if (answer.body().length == 0) {
      return new Mapping();
    }
    try {
      return Json.read(answer.body());
    } catch (MalformedManifest broken) {
      throw new ForgeFailed(
          Kind.NOT_AN_API,
          what + " failed: the answer is " + broken.getMessage(),
          "See whether the address is that of the Git host");
    }
  }

  ForgeFailed of(WebFailure none) {
    return new ForgeFailed(Kind.UNREACHABLE, what + " failed: " + none.reason(), none.fix());
  }

  private ForgeFailed failed(WebResponse answer) {
    if (isLimit(answer)) {
      Duration again = wait(answer);
      return new ForgeFailed(
          Kind.LIMITED,
          what
              + " failed: the host asks us to come back in "
              + again.toSeconds()
              + " s"
              + said(answer),
          "Nothing is to be done: it is tried again; an account of its own has a limit of its own",
          again);
    }
    return switch (answer.status()) {
      case 401, 407 ->
          failure(
              Kind.UNAUTHORIZED,
              answer,
              "Name a Secret in spec.secretRef whose token is valid and has not expired");
      case 403 ->
          failure(
              Kind.FORBIDDEN,
              answer,
              "Give the token's account the right to do that: to read and write pull requests, statuses"
                  + " and the repository");
      case 404 ->
          failure(
              Kind.NOT_FOUND,
              answer,
              "Correct the repository, branch or number; hosts also answer so where the token may not see"
                  + " it");
      case 405, 409 ->
          failure(
              Kind.CONFLICT,
              answer,
              "Look at the pull request: it may be merged, closed, in conflict, or its branch protected");
      case 400, 422 -> failure(Kind.INVALID, answer, "Correct the value that the host names");
      default -> other(answer);
    };
  }

  private ForgeFailed other(WebResponse answer) {
    return answer.isPage() && answer.status() < 500
        ? noApi(answer)
        : failure(Kind.SERVER, answer, "See what is wrong with the Git host");
  }

  private ForgeFailed noApi(WebResponse answer) {
    return new ForgeFailed(
        Kind.NOT_AN_API,
        what + " failed: an HTML page came instead of an answer (HTTP " + answer.status() + ")",
        "Correct the address; see whether a proxy or a login page stands before the host");
  }

  private ForgeFailed failure(Kind kind, WebResponse answer, String fix) {
    String needed = kind == Kind.FORBIDDEN ? needed(answer) : "";
    return new ForgeFailed(
        kind, what + " failed: HTTP " + answer.status() + said(answer) + needed, fix);
  }

  /// Which rights the host says that it takes, where it does: GitHub's headers, GitLab's scope.
  private static String needed(WebResponse answer) {
    List<String> rights =
        Stream.of(
                answer.header("X-Accepted-GitHub-Permissions"),
                answer.header("X-Accepted-OAuth-Scopes"),
                scope(answer))
            .filter(right -> !right.isBlank())
            .toList();
    return rights.isEmpty() ? "" : "; it takes the right " + String.join(" or the scope ", rights);
  }

  private static String scope(WebResponse answer) {
    try {
      return Json.read(answer.body()) instanceof Mapping said ? said.textAt("scope") : "";
    } catch (MalformedManifest notJson) {
      return "";
    }
  }

  private static boolean isLimit(WebResponse answer) {
    return answer.status() == 429
        || (answer.status() == 403
            && (answer.header("X-RateLimit-Remaining").equals("0")
                || !answer.header("Retry-After").isEmpty()));
  }

  private Duration wait(WebResponse answer) {
    Duration wait =
        answer.retryAfter(clock).orElseGet(() -> until(answer.header("X-RateLimit-Reset")));
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }

  private Duration until(String second) {
    if (!second.matches("[0-9]{1,12}")) {
      return Duration.ofMinutes(1);
    }
    Duration wait =
        Duration.between(clock.instant(), Instant.ofEpochSecond(Long.parseLong(second)));
    return wait.isNegative() ? Duration.ofSeconds(1) : wait;
  }

  /// The host's own words, wherever in its answer they stand.
  private static String said(WebResponse answer) {
    if (answer.isPage()) {
      return " (an HTML page)";
    }
    var texts = new ArrayList<String>();
    try {
      collect(Json.read(answer.body()), texts, 0);
    } catch (MalformedManifest notJson) {
      texts.add(answer.excerpt());
    }
    String text = String.join("; ", texts).replaceAll("\\s+", " ").strip();
    String cut = text.length() > MOST ? text.substring(0, MOST) + "…" : text;
    return cut.isEmpty() ? "" : ": " + cut;
  }

  private static void collect(Node node, List<String> texts, int depth) {
    if (depth > DEEPEST || texts.size() > 8) {
      return;
    }
    switch (node) {
      case Mapping mapping -> {
        for (String key : List.of("message", "error", "error_description", "errors", "detail")) {
          Node value = mapping.get(key);
          if (value != null) {
            collect(value, texts, depth + 1);
          }
        }
      }
      case Sequence items -> items.forEach(item -> collect(item, texts, depth + 1));
      case Scalar scalar -> {
        if (!scalar.isNull() && !scalar.text().isBlank()) {
          texts.add(scalar.text());
        }
      }
    }
  }
}
