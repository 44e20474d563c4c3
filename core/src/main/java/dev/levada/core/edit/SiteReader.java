package dev.levada.core.edit;

import dev.levada.core.edit.Site.Place;
import dev.levada.core.edit.Site.Role;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/// Finds where the values of a YAML text stand, from the parser's events.
final class SiteReader {

  private static final int DEEPEST = 100;
  private static final int MOST = 1_000_000;
  private static final String MARK = "\uFEFF";

  private final String text;
  private final Offsets offsets;
  private final List<Site> sites = new ArrayList<>();
  private final List<YamlText.Collection> collections = new ArrayList<>();
  private final Deque<Open> open = new ArrayDeque<>();
  private int document = -1;

  /// A mapping or sequence whose end has not come yet.
  private static final class Open {
    private final Place place;
    private final boolean mapping;
    private int count;
    private String key = "";

    Open(Place place, boolean mapping) {
      this.place = place;
      this.mapping = mapping;
    }

    boolean expectsKey() {
      return mapping && count % 2 == 0;
    }

    Place next() {
      return place.child(mapping ? key : Integer.toString(count));
    }
  }

  SiteReader(String text) {
    this.text = text;
    int skipped = text.startsWith(MARK) ? 1 : 0;
    this.offsets = new Offsets(text, skipped);
  }

  YamlText read() {
    var settings = LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
    String body = text.startsWith(MARK) ? text.substring(1) : text;
    try {
      var parser = new ParserImpl(settings, new StreamReader(settings, body));
      while (parser.hasNext()) {
        take(parser.next());
      }
    } catch (MarkedYamlEngineException broken) {
      int line = broken.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
      String at = line > 0 ? " (line " + line + ")" : "";
      throw new UneditableFile("it is no YAML: " + broken.getProblem() + at);
    } catch (YamlEngineException broken) {
      throw new UneditableFile("it is no YAML: " + broken.getMessage());
    }
    return new YamlText(text, List.copyOf(sites), List.copyOf(collections));
  }

  private void take(Event event) {
    switch (event.getEventId()) {
      case DocumentStart -> document++;
      case Scalar -> scalar((ScalarEvent) event);
      case Alias -> alias((AliasEvent) event);
      case MappingStart -> begin((CollectionStartEvent) event, true);
      case SequenceStart -> begin((CollectionStartEvent) event, false);
      case MappingEnd, SequenceEnd -> {
        open.pop();
        passed("");
      }
      case StreamStart, StreamEnd, DocumentEnd, Comment -> {
        // nothing stands there
      }
    }
  }

  private void begin(CollectionStartEvent event, boolean mapping) {
    if (open.size() >= DEEPEST || collections.size() >= MOST) {
      throw new UneditableFile("it is nested deeper than " + DEEPEST + " or too large");
    }
    Place place = place();
    collections.add(
        new YamlText.Collection(
            place, document, event.getFlowStyle() == FlowStyle.FLOW, !mapping, start(event)));
    open.push(new Open(place, mapping));
  }

  private void scalar(ScalarEvent event) {
    if (sites.size() >= MOST) {
      throw new UneditableFile("it has more than " + MOST + " values");
    }
    boolean key = !open.isEmpty() && open.peek().expectsKey();
    int start = start(event);
    int end = Math.max(start, offsets.of(mark(event, false)));
    ScalarStyle style = event.getScalarStyle();
    sites.add(
        new Site(
            key ? open.element().place : place(),
            document,
            key ? Role.KEY : Role.VALUE,
            start,
            end,
            style,
            event.getValue()));
    passed(event.getValue());
  }

  private void alias(AliasEvent event) {
    int start = offsets.of(mark(event, true));
    int end = offsets.of(mark(event, false));
    sites.add(new Site(place(), document, Role.ALIAS, start, end, ScalarStyle.PLAIN, ""));
    passed("");
  }

  private Place place() {
    return open.isEmpty() ? Place.ROOT : open.element().next();
  }

  private void passed(String value) {
    if (!open.isEmpty()) {
      Open holder = open.element();
      if (holder.expectsKey()) {
        holder.key = value;
      }
      holder.count++;
    }
  }

  /// An event begins with the node's anchor and tag; what is looked for begins behind them.
  private int start(Event event) {
    int at = offsets.of(mark(event, true));
    int limit = offsets.of(mark(event, false));
    boolean collection = event instanceof CollectionStartEvent;
    int end = collection ? text.length() : limit;
    int before = at;
    while (at < end && (text.charAt(at) == '&' || text.charAt(at) == '!')) {
      while (at < end && !Character.isWhitespace(text.charAt(at))) {
        at++;
      }
      before = at;
      at = blank(at, end);
    }
    return at < end || collection ? at : before;
  }

  private int blank(int from, int end) {
    int at = from;
    while (at < end) {
      char c = text.charAt(at);
      if (c == '#') {
        while (at < end && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
          at++;
        }
      } else if (Character.isWhitespace(c)) {
        at++;
      } else {
        return at;
      }
    }
    return at;
  }

  private static int mark(Event event, boolean start) {
    return (start ? event.getStartMark() : event.getEndMark())
        .orElseThrow(() -> new AssertionError("the parser is asked to keep marks"))
        .getIndex();
  }
}
