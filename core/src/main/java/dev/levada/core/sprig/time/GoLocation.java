package dev.levada.core.sprig.time;

import dev.levada.core.gotemplate.format.Quotes;
import dev.levada.core.gotemplate.function.Function;
import dev.levada.core.gotemplate.function.Parameter;
import dev.levada.core.gotemplate.value.GoObject;
import dev.levada.core.gotemplate.value.Kind;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// Where a time is told: what Go's `Location` gives.
///
/// @param name its name, empty for an offset without one
/// @param abbreviation what stands in the place of `MST` where the name is that of no region
/// @param zone the rules of its clocks
record GoLocation(String name, String abbreviation, ZoneId zone) implements GoObject {

  static final Parameter LOCATION = Parameter.of("*time.Location", Kind.PTR, GoLocation.class);

  @Override
  public String typeName() {
    return "*time.Location";
  }

  @Override
  public String text() {
    return name;
  }

  @Override
  public @Nullable Object member(String method) {
    return method.equals("String") ? Function.of(method, (_, _) -> name) : null;
  }

  @Override
  public Kind kind() {
    return Kind.PTR;
  }

  /// How Go code would write it.
  String inGo() {
    boolean known = name.equals("UTC") || name.equals("Local");
    return known ? "time." + name : "time.Location(" + Quotes.quote(name) + ")";
  }
}
