package dev.levada.cli.command;

import dev.levada.cli.read.Output;
import dev.levada.cli.read.TreeCommand;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/// Reads options that take one of a few words, by the words that help and errors tell.
public final class Words {

  private Words() {}

  /// Teaches a command line, with its commands, to read them.
  public static void teach(CommandLine line) {
    for (Class<? extends Enum<?>> type :
        List.of(
            Output.class,
            TreeCommand.Form.class,
            VersionCommand.Form.class,
            Shell.class,
            BuildCommand.Reorder.class,
            BuildCommand.LoadRestrictor.class)) {
      teach(line, type);
    }
  }

  private static <E extends Enum<?>> void teach(CommandLine line, Class<E> type) {
    line.registerConverter(type, text -> read(type, text));
  }

  static <E extends Enum<?>> E read(Class<E> type, String text) {
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
