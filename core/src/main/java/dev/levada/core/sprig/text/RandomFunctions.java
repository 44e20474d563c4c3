package dev.levada.core.sprig.text;

import static dev.levada.core.gotemplate.function.Parameter.INT;
import static dev.levada.core.gotemplate.function.Parameter.STRING;

import dev.levada.core.gotemplate.function.Call;
import dev.levada.core.gotemplate.function.Function;
import dev.levada.core.gotemplate.function.FunctionFailed;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/// Functions with random results, drawn from the source that the execution was handed.
final class RandomFunctions {

  private static final String DIGITS = "0123456789";
  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  private RandomFunctions() {}

  static List<Function> all() {
    return List.of(
        drawn("randAlphaNum", LETTERS + DIGITS),
        drawn("randAlpha", LETTERS),
        drawn("randNumeric", DIGITS),
        drawn("randAscii", printable()),
        Function.of("randBytes", (call, given) -> bytes(call, (Long) given[0]), INT),
        Function.of(
            "randInt", (call, given) -> number(call, (Long) given[0], (Long) given[1]), INT, INT),
        Function.of("shuffle", (call, given) -> shuffled(call, (String) given[0]), STRING),
        Function.of("uuidv4", (call, _) -> uuid(call)));
  }

  private static String printable() {
    var out = new StringBuilder();
    for (char c = ' '; c < 0x7f; c++) {
      out.append(c);
    }
    return out.toString();
  }

  private static Function drawn(String name, String alphabet) {
    return Function.of(name, (call, given) -> draw(call, (Long) given[0], alphabet), INT);
  }

  private static String draw(Call call, long count, String alphabet) {
    if (count <= 0) {
      return "";
    }
    call.spend(count);
    var out = new StringBuilder((int) count);
    for (long i = 0; i < count; i++) {
      out.append(alphabet.charAt(call.random().nextInt(alphabet.length())));
    }
    return out.toString();
  }

  private static String bytes(Call call, long count) {
    if (count < 0) {
      throw new FunctionFailed("runtime error: makeslice: len out of range");
    }
    call.spend(count);
    var bytes = new byte[(int) count];
    call.random().nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static long number(Call call, long least, long most) {
    if (most <= least) {
      throw new FunctionFailed("invalid argument to Intn");
    }
    return call.random().nextLong(least, most);
  }

  private static String shuffled(Call call, String text) {
    int[] points = text.codePoints().toArray();
    for (int i = points.length - 1; i > 0; i--) {
      int j = call.random().nextInt(i + 1);
      int swapped = points[i];
      points[i] = points[j];
      points[j] = swapped;
    }
    return new String(points, 0, points.length);
  }

  private static String uuid(Call call) {
    long high = (call.random().nextLong() & ~0xF000L) | 0x4000L;
    long low = (call.random().nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | Long.MIN_VALUE;
    return new java.util.UUID(high, low).toString().toLowerCase(Locale.ROOT);
  }
}
