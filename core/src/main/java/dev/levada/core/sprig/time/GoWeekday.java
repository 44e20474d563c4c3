package dev.levada.core.sprig.time;

import dev.levada.core.gotemplate.function.Function;
import dev.levada.core.gotemplate.value.GoObject;
import dev.levada.core.gotemplate.value.Kind;
import org.jspecify.annotations.Nullable;

/// A day of the week.
///
/// @param number counted from Sunday, 0
record GoWeekday(int number) implements GoObject {

  @Override
  public String typeName() {
    return "time.Weekday";
  }

  @Override
  public Kind kind() {
    return Kind.INT;
  }

  @Override
  public Object plain() {
    return (long) number;
  }

  @Override
  public @Nullable Object member(String name) {
    return name.equals("String") ? Function.of(name, (_, _) -> text()) : null;
  }

  @Override
  public String text() {
    return Names.DAYS.get(number);
  }
}
