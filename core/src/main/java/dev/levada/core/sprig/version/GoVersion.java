package dev.levada.core.sprig.version;

import dev.levada.core.gotemplate.function.Function;
import dev.levada.core.gotemplate.function.FunctionFailed;
import dev.levada.core.gotemplate.function.Parameter;
import dev.levada.core.gotemplate.number.Unsigned;
import dev.levada.core.gotemplate.value.GoObject;
import dev.levada.core.gotemplate.value.Kind;
import dev.levada.core.semver.Version;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// A version with the methods that templates call.
///
/// @param version what it says
/// @param original as it was written
/// @param pointer whether Go holds a pointer to it
record GoVersion(Version version, String original, boolean pointer) implements GoObject {

  private static final Parameter VERSION =
      Parameter.of("*semver.Version", Kind.PTR, GoVersion.class);

  private static final Version NONE = new Version(0, 0, 0, "", "");

  @Override
  public GoObject copied() {
    return new GoVersion(NONE, "", pointer);
  }

  // Go compares pointers.
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  @Override
  public String typeName() {
    return pointer ? "*semver.Version" : "semver.Version";
  }

  @Override
  public Kind kind() {
    return pointer ? Kind.PTR : Kind.STRUCT;
  }

  @Override
  public String text() {
    return version.toString();
  }

  @Override
  public Object plain() {
    return version.toString();
  }

  @Override
  public Map<String, Object> fields() {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("major", Unsigned.of64(version.major()));
    fields.put("minor", Unsigned.of64(version.minor()));
    fields.put("patch", Unsigned.of64(version.patch()));
    fields.put("pre", version.prerelease());
    fields.put("metadata", version.metadata());
    fields.put("original", original);
    return fields;
  }

  @Override
  public @Nullable Object member(String name) {
    return switch (name) {
      case "Compare" ->
          Function.of(name, (_, given) -> (long) Integer.signum(compare(given)), VERSION);
      case "Equal" -> comparison(name, order -> order == 0);
      case "LessThan" -> comparison(name, order -> order < 0);
      case "GreaterThan" -> comparison(name, order -> order > 0);
      case "LessThanEqual" -> comparison(name, order -> order <= 0);
      case "GreaterThanEqual" -> comparison(name, order -> order >= 0);
      default -> property(name);
    };
  }

  private @Nullable Function property(String name) {
    return switch (part(name)) {
      case null -> null;
      case Function function -> function;
      case Object part -> Function.of(name, (_, _) -> part);
    };
  }

  private Function comparison(String name, IntPredicate holds) {
    return Function.of(name, (_, given) -> holds.test(compare(given)), VERSION);
  }

  private int compare(Object[] given) {
    return version.compareTo(((GoVersion) given[0]).version);
  }

  private @Nullable Object part(String name) {
    return switch (name) {
      case "Major" -> Unsigned.of64(version.major());
      case "Minor" -> Unsigned.of64(version.minor());
      case "Patch" -> Unsigned.of64(version.patch());
      case "Prerelease" -> version.prerelease();
      case "Metadata" -> version.metadata();
      case "Original" -> original;
      case "String" -> version.toString();
      default -> next(name);
    };
  }

  private @Nullable Object next(String name) {
    boolean released = version.prerelease().isEmpty();
    return switch (name) {
      case "IncMajor" -> incremented(name, version.major(), of(version.major() + 1, 0, 0));
      case "IncMinor" ->
          incremented(name, version.minor(), of(version.major(), version.minor() + 1, 0));
      case "IncPatch" ->
          incremented(
              name,
              released ? version.patch() : 0,
              of(version.major(), version.minor(), version.patch() + (released ? 1 : 0)));
      default -> null;
    };
  }

  private static Object incremented(String name, long part, GoVersion next) {
    if (part != -1) {
      return next;
    }
    String word = name.substring("Inc".length()).toLowerCase(java.util.Locale.ROOT);
    String why = word + " version increment would overflow uint64";
    Function.Body body =
        (_, _) -> {
          throw new FunctionFailed(why);
        };
    return Function.of(name, body);
  }

  private GoVersion of(long major, long minor, long patch) {
    var next = new Version(major, minor, patch, "", "");
    return new GoVersion(next, (original.startsWith("v") ? "v" : "") + next, false);
  }
}
