package dev.levada.operator.telemetry;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.util.Locale;
import org.slf4j.LoggerFactory;

/// Sets up the process's log, by code: no file is looked for.
public final class Logging {

  /// How much is told (`--log-level`).
  public enum Verbosity {
    /// Everything, libraries included.
    TRACE,
    /// Every step of ours, the news of the libraries.
    DEBUG,
    /// What happened.
    INFO,
    /// What went wrong.
    ERROR;

    private Level ours() {
      return switch (this) {
        case TRACE -> Level.TRACE;
        case DEBUG -> Level.DEBUG;
        case INFO -> Level.INFO;
        case ERROR -> Level.ERROR;
      };
    }

    private Level theirs() {
      return switch (this) {
        case TRACE -> Level.TRACE;
        case DEBUG -> Level.INFO;
        case INFO -> Level.WARN;
        case ERROR -> Level.ERROR;
      };
    }
  }

  /// How a line is written (`--log-encoding`).
  public enum Encoding {
    /// One JSON object a line.
    JSON,
    /// For people.
    CONSOLE
  }

  private Logging() {}

  /// Sends the log to standard error.
  public static void configure(Verbosity verbosity, Encoding encoding) {
    configure(verbosity, encoding, new FileOutputStream(FileDescriptor.err));
  }

  /// Sends the log to a stream.
  public static void configure(Verbosity verbosity, Encoding encoding, OutputStream out) {
    if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
      throw new IllegalArgumentException("logback is not the log's implementation");
    }
    context.reset();
    Encoder<ILoggingEvent> encoder =
        switch (encoding) {
          case JSON -> new JsonLogEncoder();
          case CONSOLE -> new ConsoleLogEncoder();
        };
    encoder.setContext(context);
    encoder.start();
    var appender = new OutputStreamAppender<ILoggingEvent>();
    appender.setContext(context);
    appender.setName(encoding.name().toLowerCase(Locale.ROOT));
    appender.setEncoder(encoder);
    appender.setOutputStream(out);
    appender.start();
    Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.setLevel(verbosity.theirs());
    root.addAppender(appender);
    context.getLogger("dev.levada").setLevel(verbosity.ours());
    // It logs what a credential plugin printed where it cannot read it, and that can hold a token.
    context.getLogger("io.fabric8").setLevel(Level.OFF);
  }
}
