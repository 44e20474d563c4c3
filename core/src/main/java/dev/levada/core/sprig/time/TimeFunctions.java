package dev.levada.core.sprig.time;

import static dev.levada.core.gotemplate.function.Parameter.ANY;
import static dev.levada.core.gotemplate.function.Parameter.STRING;

import dev.levada.core.gotemplate.format.Numbers;
import dev.levada.core.gotemplate.function.Call;
import dev.levada.core.gotemplate.function.Function;
import dev.levada.core.gotemplate.function.FunctionFailed;
import dev.levada.core.gotemplate.number.Int64;
import dev.levada.core.sprig.time.Layouts.InvalidTime;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// Functions on dates and durations. The local zone is UTC.
public final class TimeFunctions {

  private static final String DAY = "2006-01-02";

  private TimeFunctions() {}

  /// All functions of this package.
  public static List<Function> all() {
    var all = new ArrayList<Function>();
    all.addAll(formatting());
    all.addAll(changing());
    all.addAll(durations());
    return all;
  }

  private static List<Function> formatting() {
    var inZone =
        Function.of(
            "dateInZone",
            (call, given) -> inZone(call, (String) given[0], given[1], (String) given[2]),
            STRING,
            ANY,
            STRING);
    return List.of(
        Function.of("now", (call, _) -> GoTime.of(call.now()).local()),
        Function.of(
            "date", (call, given) -> inZone(call, (String) given[0], given[1], "UTC"), STRING, ANY),
        inZone,
        inZone.as("date_in_zone"),
        Function.of("htmlDate", (call, given) -> inZone(call, DAY, given[0], "UTC"), ANY),
        Function.of(
            "htmlDateInZone",
            (call, given) -> inZone(call, DAY, given[0], (String) given[1]),
            ANY,
            STRING),
        Function.of(
            "unixEpoch",
            (_, given) -> Long.toString(((GoTime) given[0]).at().toEpochSecond()),
            GoTime.TIME));
  }

  private static String inZone(Call call, String layout, Object value, String zone) {
    GoTime time = time(call, value);
    return Layouts.format(layout, Zones.in(time, zone));
  }

  private static GoTime time(Call call, Object value) {
    return switch (value) {
      case GoTime time -> time;
      case Long seconds -> GoTime.of(Instant.ofEpochSecond(seconds).atZone(ZoneOffset.UTC));
      case Int64 seconds ->
          GoTime.of(Instant.ofEpochSecond(seconds.value()).atZone(ZoneOffset.UTC));
      default -> GoTime.of(call.now());
    };
  }

  private static List<Function> changing() {
    var modify =
        Function.of(
            "dateModify",
            (_, given) -> modified((String) given[0], (GoTime) given[1]),
            STRING,
            GoTime.TIME);
    var mustModify =
        Function.of(
            "mustDateModify",
            (_, given) -> mustModify((String) given[0], (GoTime) given[1]),
            STRING,
            GoTime.TIME);
    return List.of(
        modify,
        modify.as("date_modify"),
        mustModify,
        mustModify.as("must_date_modify"),
        Function.of(
            "toDate", (_, given) -> toDate((String) given[0], (String) given[1]), STRING, STRING),
        Function.of(
            "mustToDate",
            (_, given) -> mustToDate((String) given[0], (String) given[1]),
            STRING,
            STRING));
  }

  private static GoTime modified(String duration, GoTime time) {
    try {
      return time.plus(Durations.parse(duration));
    } catch (InvalidTime _) {
      return time;
    }
  }

  private static GoTime mustModify(String duration, GoTime time) {
    try {
      return time.plus(Durations.parse(duration));
    } catch (InvalidTime e) {
      throw new FunctionFailed(e.text());
    }
  }

  private static GoTime toDate(String layout, String text) {
    try {
      return Layouts.parse(layout, text);
    } catch (InvalidTime _) {
      return GoTime.ZERO;
    }
  }

  private static GoTime mustToDate(String layout, String text) {
    try {
      return Layouts.parse(layout, text);
    } catch (InvalidTime e) {
      throw new FunctionFailed(e.text());
    }
  }

  private static List<Function> durations() {
    return List.of(
        Function.of("ago", (call, given) -> ago(call, given[0]), ANY),
        Function.of("duration", (_, given) -> duration(given[0]), ANY),
        Function.of("durationRound", (call, given) -> rounded(call, given[0]), ANY));
  }

  private static String ago(Call call, Object value) {
    long nanos = GoTime.of(call.now()).since(time(call, value)).nanos();
    long seconds = Math.floorDiv(Math.abs(nanos) + GoDuration.SECOND / 2, GoDuration.SECOND);
    return new GoDuration((nanos < 0 ? -seconds : seconds) * GoDuration.SECOND).text();
  }

  private static String duration(Object value) {
    long seconds =
        switch (value) {
          case String text -> Numbers.parseDecimal(text).orElse(0);
          case Int64 number -> number.value();
          default -> 0;
        };
    return new GoDuration(seconds * GoDuration.SECOND).text();
  }

  private static String rounded(Call call, Object value) {
    long nanos =
        switch (value) {
          case String text -> nanos(text);
          case Int64 number -> number.value();
          case GoTime time -> GoTime.of(call.now()).since(time).nanos();
          default -> 0;
        };
    return LargestUnit.of(Math.abs(nanos));
  }

  private static long nanos(String text) {
    try {
      return Durations.parse(text).nanos();
    } catch (InvalidTime _) {
      return 0;
    }
  }
}
