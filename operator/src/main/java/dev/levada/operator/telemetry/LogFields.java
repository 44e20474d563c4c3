package dev.levada.operator.telemetry;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;

/// What a log line says besides level, time and message (flux-api.md, 5.2): the keys of the call in
/// their order, then the error.
final class LogFields {

  private static final String OURS = "dev.levada.";
  private static final List<String> RESERVED = List.of("level", "ts", "msg");

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private LogFields() {}

  static Map<String, @Nullable Object> of(ILoggingEvent event) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    if (!event.getLoggerName().startsWith(OURS)) {
      fields.put("logger", event.getLoggerName());
    }
    List<KeyValuePair> pairs = event.getKeyValuePairs();
    if (pairs != null) {
      pairs.forEach(pair -> fields.put(key(pair.key), pair.value));
    }
    IThrowableProxy thrown = event.getThrowableProxy();
    if (thrown != null) {
      fields.put("error", error(thrown));
      if (thrown.getStackTraceElementProxyArray().length > 0) {
        fields.put("stacktrace", ThrowableProxyUtil.asString(thrown));
      }
    }
    return fields;
  }

  /// The four levels that users set; warnings of libraries are news, not errors.
  static String level(Level level) {
    return switch (level.toInt()) {
      case Level.TRACE_INT -> "trace";
      case Level.DEBUG_INT -> "debug";
      case Level.ERROR_INT -> "error";
      default -> "info";
    };
  }

  static String time(long millis) {
    return TIME.format(Instant.ofEpochMilli(millis));
  }

  private static String key(String key) {
    return RESERVED.contains(key) ? key + "_" : key;
  }

  private static String error(IThrowableProxy thrown) {
    String message = thrown.getMessage();
    boolean speaksForItself = thrown.getClassName().startsWith(OURS);
    if (message == null || message.isEmpty()) {
      return thrown.getClassName();
    }
    return speaksForItself ? message : thrown.getClassName() + ": " + message;
  }
}
