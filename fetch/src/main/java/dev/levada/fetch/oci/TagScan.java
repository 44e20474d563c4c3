package dev.levada.fetch.oci;

import dev.levada.core.failure.FailureException;
import dev.levada.core.manifest.Json;
import dev.levada.core.manifest.MalformedManifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;
import dev.levada.fetch.http.WebClient;
import dev.levada.fetch.http.WebRequest;
import dev.levada.fetch.http.WebResponse;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the list of a repository's tags, page by page. The first request asks for all at once; a
/// registry that hands out small pages is asked for larger ones.
///
/// @param session talks to the registry
record TagScan(RegistrySession session) {

  private static final String WHAT = "tags";
  private static final int PAGE = 1_000;
  private static final int MOST_PAGES = 2_000;
  private static final int MOST_TAGS = 500_000;
  private static final long PAGE_LIMIT = 64L << 20;
  private static final Pattern NEXT =
      Pattern.compile("<([^>]{1,4096})>\\s*;[^,]*rel=\"?next\"?", Pattern.CASE_INSENSITIVE);
  private static final Pattern SIZE = Pattern.compile("([?&])n=[0-9]+");

  /// @param etag the mark of the list that is known already; empty for none
  /// @throws FailureException where the list does not come
  TagList run(String etag) {
    WebRequest first = WebRequest.get(session.uri("tags/list"));
    WebResponse answer = ask(etag.isEmpty() ? first : first.with("If-None-Match", etag));
    if (answer.status() == 304) {
      return new TagList(List.of(), etag, true);
    }
    String mark = answer.header("ETag");
    Set<String> tags = new LinkedHashSet<>();
    Set<URI> seen = new HashSet<>();
    int size = read(answer, tags);
    Optional<URI> next = next(answer);
    boolean several = next.isPresent();
    while (next.isPresent()) {
      if (!seen.add(next.get()) || seen.size() > MOST_PAGES || tags.size() > MOST_TAGS) {
        throw failures()
            .malformed(
                "the list does not end (" + seen.size() + " pages, " + tags.size() + " tags)");
      }
      answer = page(next.get(), size);
      size = read(answer, tags);
      next = next(answer);
    }
    // The mark of a first page says nothing of the others.
    return new TagList(List.copyOf(tags), several ? "" : mark, false);
  }

  private OciFailures failures() {
    return session.failures(WHAT);
  }

  private WebResponse ask(WebRequest request) {
    WebResponse answer = session.send(WHAT, RegistrySession.PULL, request.upTo(PAGE_LIMIT));
    if (answer.status() != 200 && answer.status() != 304) {
      throw failures().of(answer);
    }
    return answer;
  }

  private WebResponse page(URI given, int size) {
    if (size > 0 && size < PAGE) {
      URI larger = larger(given);
      WebResponse answer =
          session.send(WHAT, RegistrySession.PULL, WebRequest.get(larger).upTo(PAGE_LIMIT));
      if (answer.status() == 200) {
        return answer;
      }
    }
    return ask(WebRequest.get(given));
  }

  private static URI larger(URI given) {
    String text = given.toString();
    Matcher sized = SIZE.matcher(text);
    return URI.create(
        sized.find()
            ? sized.replaceFirst("$1n=" + PAGE)
            : text + (given.getRawQuery() == null ? "?" : "&") + "n=" + PAGE);
  }

  private int read(WebResponse answer, Set<String> tags) {
    if (answer.isPage()) {
      throw failures().notARegistry("an HTML page");
    }
    Node body;
    try {
      body = Json.read(answer.body());
    } catch (MalformedManifest broken) {
      throw failures().malformed("the registry's answer is " + broken.getMessage());
    }
    if (!(body instanceof Mapping mapping) || !mapping.has("tags")) {
      throw failures().malformed("the registry's answer holds no list of tags");
    }
    List<Node> items = mapping.sequenceAt("tags").items();
    var read = new ArrayList<String>(items.size());
    for (Node item : items) {
      // What cannot be a tag is left out: it would otherwise end up in somebody's files.
      if (item instanceof Scalar scalar && ImageReference.isTag(scalar.text())) {
        read.add(scalar.text());
      }
    }
    tags.addAll(read);
    return items.size();
  }

  private Optional<URI> next(WebResponse answer) {
    for (String header : answer.headers().allValues("Link")) {
      Matcher next = NEXT.matcher(header);
      if (next.find()) {
        return Optional.of(sameServer(answer.uri(), next.group(1)));
      }
    }
    return Optional.empty();
  }

  private URI sameServer(URI from, String link) {
    try {
      URI target = from.resolve(link);
      if (WebClient.sameOrigin(from, target)) {
        return target;
      }
    } catch (IllegalArgumentException broken) {
      throw failures().malformed("the registry's next page is at '" + link + "'");
    }
    throw failures().malformed("the registry's next page is on another server: " + link);
  }
}
