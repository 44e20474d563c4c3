package dev.levada.cli.failure;

import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/// Reads an option that takes one of a few words, and names them where it is none of these.
public final class Choices {

  private Choices() {}

  /// Teaches a command line, with its commands, to read a set of words.
  public static <E extends Enum<?>> void teach(CommandLine line, Class<E> type) {
    line.registerConverter(type, text -> read(type, text));
  }

  private static <E extends Enum<?>> E read(Class<E> type, String text) {
    E[] choices = type.getEnumConstants();
    return Arrays.stream(choices)
        .filter(choice -> choice.toString().equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(() ->
            new TypeConversionException(
                "'%s' is none of %s"
                    .formatted(
                        text,
                        Arrays.stream(choices)
                            .map(Enum::toString)
                            .collect(Collectors.joining(", ")))));
  }
}
