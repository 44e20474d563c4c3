package dev.levada.core.sprig.time;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Zones by name.
final class Zones {

  private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("zzz", Locale.ROOT);

  /// What is computed, such as `GMT+2`, is none of them.
  private static final Set<String> NAMES = ZoneId.getAvailableZoneIds();

  private Zones() {}

  private static final Map<String, Integer> FIXED = Map.of("EST", -5, "MST", -7, "HST", -10);

  /// A time in the zone of a name.
  static GoTime in(GoTime time, String name) {
    Integer hours = FIXED.get(name);
    if (hours != null) {
      return new GoTime(time.at().withZoneSameInstant(ZoneOffset.ofHours(hours)), name);
    }
    return GoTime.of(time.at().withZoneSameInstant(find(name)));
  }

  /// A time at a location.
  static GoTime in(GoTime time, GoLocation location) {
    ZonedDateTime at = time.at().withZoneSameInstant(location.zone());
    boolean fixed = location.zone() instanceof ZoneOffset;
    return new GoTime(at, fixed ? location.abbreviation() : name(at), location.name());
  }

  /// The zone of a name; UTC where there is none.
  private static ZoneId find(String name) {
    return NAMES.contains(name) && !name.equals("UTC") ? ZoneId.of(name) : ZoneOffset.UTC;
  }

  /// The abbreviation that Go prints for `MST`.
  static String name(ZonedDateTime at) {
    if (at.getZone() instanceof ZoneOffset offset) {
      return offset.getTotalSeconds() == 0
          ? "UTC"
          : Layouts.offset("-0700", offset.getTotalSeconds());
    }
    String name = SHORT.withLocale(Locale.ENGLISH).format(at);
    return name.matches("[A-Z]{2,5}")
        ? name
        : Layouts.offset("-07", at.getOffset().getTotalSeconds());
  }
}
