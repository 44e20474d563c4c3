package dev.levada.core.sprig.time;

import dev.levada.core.gotemplate.function.Function;
import dev.levada.core.gotemplate.value.GoObject;
import dev.levada.core.gotemplate.value.Kind;
import org.jspecify.annotations.Nullable;

/// A number that prints as its name: a month or a day of the week.
///
/// @param typeName how Go writes its type
/// @param number the number
/// @param text its name
record NamedNumber(String typeName, int number, String text) implements GoObject {

  /// A month, counted from 1.
  static NamedNumber month(int number) {
    return new NamedNumber("time.Month", number, Names.MONTHS.get(number - 1));
  }

  /// A day of the week, counted from Sunday, 0.
  static NamedNumber weekday(int number) {
    return new NamedNumber("time.Weekday", number, Names.DAYS.get(number));
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
  public String goSyntax() {
    return Integer.toString(number);
  }

  @Override
  public @Nullable Object member(String name) {
    return name.equals("String") ? Function.of(name, (_, _) -> text) : null;
  }
}
