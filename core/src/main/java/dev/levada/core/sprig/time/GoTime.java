package dev.levada.core.sprig.time;

import static dev.levada.core.gotemplate.function.Parameter.INT;
import static dev.levada.core.gotemplate.function.Parameter.STRING;

import dev.levada.core.gotemplate.function.Function;
import dev.levada.core.gotemplate.function.FunctionFailed;
import dev.levada.core.gotemplate.function.Parameter;
import dev.levada.core.gotemplate.number.Int64;
import dev.levada.core.gotemplate.value.GoBytes;
import dev.levada.core.gotemplate.value.GoObject;
import dev.levada.core.gotemplate.value.GoStrings;
import dev.levada.core.gotemplate.value.Kind;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/// A point in time in a zone.
///
/// @param at the point and its zone
/// @param zone the zone's abbreviation as Go prints it
/// @param location the name of the location
public record GoTime(ZonedDateTime at, String zone, String location) implements GoObject {

  static final Parameter TIME = Parameter.of("time.Time", Kind.STRUCT, GoTime.class);
  static final Parameter DURATION =
      Parameter.ofWhole("time.Duration", GoDuration.class, GoDuration::new);

  /// The zero time of Go.
  public static final GoTime ZERO = of(ZonedDateTime.of(1, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC));

  /// A time at a location that is called by its zone.
  public GoTime(ZonedDateTime at, String zone) {
    this(at, zone, zone);
  }

  /// A time whose zone is named as Java names it.
  public static GoTime of(ZonedDateTime at) {
    String zone = Zones.name(at);
    boolean region = !(at.getZone() instanceof ZoneOffset);
    return new GoTime(at, zone, region ? at.getZone().getId() : zone.equals("UTC") ? zone : "");
  }

  /// The same time as the machine tells it, whose clock shows UTC.
  GoTime local() {
    return new GoTime(at.withZoneSameInstant(ZoneOffset.UTC), "UTC", "Local");
  }

  /// An instant in UTC.
  public static GoTime of(Instant instant) {
    return of(instant.atZone(ZoneOffset.UTC));
  }

  @Override
  public String typeName() {
    return "time.Time";
  }

  @Override
  public String text() {
    return Layouts.format("2006-01-02 15:04:05.999999999 -0700 MST", this);
  }

  @Override
  public Object plain() {
    return Layouts.format("2006-01-02T15:04:05.999999999Z07:00", this);
  }

  @Override
  public String goSyntax() {
    return "time.Date(%d, time.%s, %d, %d, %d, %d, %d, %s)"
        .formatted(
            at.getYear(),
            Names.MONTHS.get(at.getMonthValue() - 1),
            at.getDayOfMonth(),
            at.getHour(),
            at.getMinute(),
            at.getSecond(),
            at.getNano(),
            new GoLocation(location, zone, at.getZone()).inGo());
  }

  @Override
  public @Nullable Object member(String name) {
    Object part = part(name);
    if (part != null) {
      return Function.of(name, (_, _) -> part);
    }
    return switch (name) {
      case "Format" ->
          Function.of(name, (_, given) -> Layouts.format((String) given[0], this), STRING);
      case "Add" -> Function.of(name, (_, given) -> plus((GoDuration) given[0]), DURATION);
      case "Sub" -> Function.of(name, (_, given) -> since((GoTime) given[0]), TIME);
      case "AddDate" ->
          Function.of(
              name,
              (_, given) -> plusDate((Long) given[0], (Long) given[1], (Long) given[2]),
              INT,
              INT,
              INT);
      case "Before" ->
          Function.of(
              name,
              (_, given) -> at.isBefore(((GoTime) given[0]).at.toInstant().atZone(ZoneOffset.UTC)),
              TIME);
      case "After" ->
          Function.of(
              name,
              (_, given) -> at.isAfter(((GoTime) given[0]).at.toInstant().atZone(ZoneOffset.UTC)),
              TIME);
      case "Equal" ->
          Function.of(
              name, (_, given) -> at.toInstant().equals(((GoTime) given[0]).at.toInstant()), TIME);
      default -> rareMethod(name);
    };
  }

  private @Nullable Object rareMethod(String name) {
    return switch (name) {
      case "Compare" ->
          Function.of(
              name,
              (_, given) ->
                  (long)
                      Integer.signum(at.toInstant().compareTo(((GoTime) given[0]).at.toInstant())),
              TIME);
      case "Truncate" ->
          Function.of(name, (_, given) -> cut((GoDuration) given[0], false), DURATION);
      case "Round" -> Function.of(name, (_, given) -> cut((GoDuration) given[0], true), DURATION);
      case "In" -> Function.of(name, (_, given) -> in(given[0]), GoLocation.LOCATION);
      case "AppendFormat" ->
          Function.of(
              name,
              (_, given) ->
                  new GoBytes(
                      GoStrings.bytes(bytes(given[0]) + Layouts.format((String) given[1], this))),
              Parameter.BYTES,
              STRING);
      case "AppendText" ->
          Function.of(
              name,
              (_, given) -> new GoBytes(GoStrings.bytes(bytes(given[0]) + plain())),
              Parameter.BYTES);
      default -> unusable(name);
    };
  }

  private GoTime in(Object location) {
    if (location instanceof GoLocation known) {
      return Zones.in(this, known);
    }
    throw new FunctionFailed("time: missing Location in call to Time.In");
  }

  // A bare nil is an empty list.
  private static String bytes(Object value) {
    return value instanceof GoBytes bytes ? bytes.text() : "";
  }

  // Templates take one result, or one and an error.
  private static @Nullable Object unusable(String name) {
    return switch (name) {
      case "Date", "Clock" ->
          Function.unusable(name, "function " + name + " has 3 return values; should be 1 or 2");
      case "ISOWeek", "Zone" -> Function.unusable(name, secondResult(name, "int"));
      case "ZoneBounds" -> Function.unusable(name, secondResult(name, "time.Time"));
      default -> null;
    };
  }

  private static String secondResult(String name, String type) {
    return "invalid function signature for "
        + name
        + ": second return value should be error; is "
        + type;
  }

  /// To a multiple of a duration since the zero time.
  private GoTime cut(GoDuration step, boolean nearest) {
    if (step.nanos() <= 0) {
      return this;
    }
    Duration since = Duration.between(ZERO.at, at);
    BigInteger nanos =
        BigInteger.valueOf(since.getSeconds())
            .multiply(BigInteger.valueOf(GoDuration.SECOND))
            .add(BigInteger.valueOf(since.getNano()));
    long rest = nanos.mod(BigInteger.valueOf(step.nanos())).longValueExact();
    boolean up = nearest && rest >= step.nanos() - rest;
    return new GoTime(at.plusNanos(up ? step.nanos() - rest : -rest), zone, location);
  }

  private @Nullable Object part(String name) {
    return switch (name) {
      case "Year" -> (long) at.getYear();
      case "Month" -> NamedNumber.month(at.getMonthValue());
      case "Day" -> (long) at.getDayOfMonth();
      case "Hour" -> (long) at.getHour();
      case "Minute" -> (long) at.getMinute();
      case "Second" -> (long) at.getSecond();
      case "Nanosecond" -> (long) at.getNano();
      default -> rarePart(name);
    };
  }

  private @Nullable Object rarePart(String name) {
    return switch (name) {
      case "Weekday" -> NamedNumber.weekday(at.getDayOfWeek().getValue() % 7);
      case "YearDay" -> (long) at.getDayOfYear();
      case "UTC" -> of(at.toInstant());
      case "Local" -> local();
      case "IsZero" -> at.toInstant().equals(ZERO.at.toInstant());
      case "String" -> text();
      case "IsDST" -> at.getZone().getRules().isDaylightSavings(at.toInstant());
      default -> written(name);
    };
  }

  private @Nullable Object written(String name) {
    return switch (name) {
      case "MarshalJSON" -> new GoBytes(GoStrings.bytes('"' + (String) plain() + '"'));
      case "MarshalText" -> new GoBytes(GoStrings.bytes((String) plain()));
      case "MarshalBinary", "GobEncode" -> BinaryTime.of(this);
      case "Location" -> new GoLocation(location, zone, at.getZone());
      case "GoString" -> goSyntax();
      default -> sinceEpoch(name);
    };
  }

  private @Nullable Object sinceEpoch(String name) {
    return switch (name) {
      case "Unix" -> Int64.of(at.toEpochSecond());
      case "UnixMilli" -> Int64.of(at.toInstant().toEpochMilli());
      case "UnixMicro" -> Int64.of(at.toEpochSecond() * 1_000_000 + at.getNano() / 1_000);
      case "UnixNano" -> Int64.of(at.toEpochSecond() * GoDuration.SECOND + at.getNano());
      default -> null;
    };
  }

  GoTime plus(GoDuration duration) {
    return new GoTime(at.plusNanos(duration.nanos()), zone, location);
  }

  GoDuration since(GoTime earlier) {
    Duration between = Duration.between(earlier.at, at);
    try {
      return new GoDuration(between.toNanos());
    } catch (ArithmeticException _) {
      return new GoDuration(between.isNegative() ? Long.MIN_VALUE : Long.MAX_VALUE);
    }
  }

  private GoTime plusDate(long years, long months, long days) {
    // As Go does: the day of a shorter month runs over into the next.
    int day = at.getDayOfMonth();
    ZonedDateTime first = at.withDayOfMonth(1).plusYears(years).plusMonths(months);
    return new GoTime(first.plusDays(day - 1 + days), zone, location);
  }
}
