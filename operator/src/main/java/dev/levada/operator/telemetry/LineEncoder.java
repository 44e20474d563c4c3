package dev.levada.operator.telemetry;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.EncoderBase;

/// Writes events as lines, with nothing before the first and nothing after the last.
abstract sealed class LineEncoder extends EncoderBase<ILoggingEvent>
    permits ConsoleLogEncoder, JsonLogEncoder {

  @Override
  public final byte[] headerBytes() {
    return new byte[0];
  }

  @Override
  public final byte[] footerBytes() {
    return new byte[0];
  }
}
