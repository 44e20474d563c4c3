package dev.levada.operator.telemetry;

import ch.qos.logback.classic.spi.ILoggingEvent;
import dev.levada.core.manifest.Json;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.util.ByteArrayBuilder;

/// A log event as a line for people: time, level, message and the keys as JSON, with tabs between
/// (`--log-encoding=console`); a stack trace follows on lines of its own.
public final class ConsoleLogEncoder extends LineEncoder {

  private static final String STACK = "stacktrace";

  /// An encoder to be given to an appender.
  public ConsoleLogEncoder() {}

  @Override
  public byte[] encode(ILoggingEvent event) {
    Map<String, @Nullable Object> fields = LogFields.of(event);
    Object stack = fields.remove(STACK);
    var line = new StringBuilder();
    line.append(LogFields.time(event.getTimeStamp())).append('\t');
    line.append(LogFields.level(event.getLevel()).toUpperCase(Locale.ROOT)).append('\t');
    line.append(LogValues.cut(event.getFormattedMessage()));
    if (!fields.isEmpty()) {
      line.append('\t').append(json(fields));
    }
    line.append('\n');
    if (stack != null) {
      line.append(stack);
    }
    return line.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String json(Map<String, @Nullable Object> fields) {
    var bytes = new ByteArrayBuilder();
    try (JsonGenerator out = Json.FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
      new LogValues(out).write(fields);
    }
    return new String(bytes.toByteArray(), StandardCharsets.UTF_8);
  }
}
