package dev.levada.core.hook;

import dev.levada.core.manifest.Mapping;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The frame that every event of CDEvents 0.4 has: who says when that what happened to which
/// subject.
final class CdEvent {

  private static final Pattern VERSION = Pattern.compile("0\\.4\\.\\d+(?:-[0-9A-Za-z.-]+)?");
  private static final Pattern TYPE =
      Pattern.compile(
          "dev\\.cdevents\\.([a-z]+)\\.([a-z]+)\\.\\d+\\.\\d+\\.\\d+(?:-[0-9A-Za-z.-]+)?");

  private CdEvent() {}

  /// What keeps an object from being such an event; empty where it is one.
  static String fault(Mapping event) {
    Mapping context = event.mappingAt("context");
    Mapping subject = event.mappingAt("subject");
    Matcher type = TYPE.matcher(context.textAt("type"));
    if (!VERSION.matcher(context.textAt("version")).matches()) {
      return "context.version is not 0.4";
    }
    if (context.textAt("id").isEmpty() || context.textAt("source").isEmpty()) {
      return "context.id or context.source is missing";
    }
    if (!type.matches()) {
      return "context.type is none of an event";
    }
    if (!isTime(context.textAt("timestamp"))) {
      return "context.timestamp is no time";
    }
    if (subject.textAt("id").isEmpty() || !(subject.get("content") instanceof Mapping)) {
      return "subject.id or subject.content is missing";
    }
    boolean ofOtherType =
        subject.has("type") && !subject.textAt("type").equalsIgnoreCase(type.group(1));
    return ofOtherType ? "subject.type is not that of context.type" : "";
  }

  private static boolean isTime(String text) {
    try {
      return OffsetDateTime.parse(text).getYear() > 0;
    } catch (DateTimeException none) {
      return false;
    }
  }
}
