package dev.levada.cli;

import dev.levada.cli.surroundings.Surroundings;
import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/// Makes commands: those whose constructor takes them get the surroundings, others get nothing.
///
/// @param around what commands have around them
record CommandFactory(Surroundings around) implements IFactory {

  @Override
  public <K> K create(Class<K> type) throws Exception {
    Optional<Constructor<?>> constructor =
        Arrays.stream(type.getDeclaredConstructors())
            .filter(each ->
                Arrays.equals(each.getParameterTypes(), new Class<?>[] {Surroundings.class}))
            .findFirst();
    if (constructor.isEmpty()) {
      return CommandLine.defaultFactory().create(type);
    }
    constructor.get().setAccessible(true);
    return type.cast(constructor.get().newInstance(around));
  }
}
