package dev.levada.operator.telemetry;

import ch.qos.logback.classic.spi.ILoggingEvent;
import dev.levada.core.manifest.Json;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.util.ByteArrayBuilder;

/// A log event as one line of JSON, in the shape that Flux's users search and alert on
/// (flux-api.md, 5.2; `--log-encoding=json`).
public final class JsonLogEncoder extends LineEncoder {

  /// An encoder to be given to an appender.
  public JsonLogEncoder() {}

  @Override
  public byte[] encode(ILoggingEvent event) {
    var bytes = new ByteArrayBuilder();
    try (JsonGenerator line = Json.FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
      var values = new LogValues(line);
      line.writeStartObject();
      line.writeStringProperty("level", LogFields.level(event.getLevel()));
      line.writeStringProperty("ts", LogFields.time(event.getTimeStamp()));
      line.writeStringProperty("msg", LogValues.cut(event.getFormattedMessage()));
      LogFields.of(event)
          .forEach((key, value) -> {
            line.writeName(key);
            values.write(value);
          });
      line.writeEndObject();
    }
    bytes.append('\n');
    return bytes.toByteArray();
  }
}
