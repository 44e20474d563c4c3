package dev.levada.core.sprig.encoding;

import static dev.levada.core.gotemplate.function.Parameter.STRING;

import dev.levada.core.gotemplate.function.Function;
import dev.levada.core.gotemplate.value.GoStrings;
import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.List;

/// Base64 and base32. What cannot be decoded gives the complaint in place of a result.
final class BaseFunctions {

  private static final String ALPHABET_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final String ALPHABET_64 =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  private static final List<Integer> MARKS_64 = List.of(1, 2);
  private static final List<Integer> MARKS_32 = List.of(1, 3, 4, 6);

  private BaseFunctions() {}

  static List<Function> all() {
    return List.of(
        Function.of(
            "b64enc",
            (_, given) -> Base64.getEncoder().encodeToString(GoStrings.bytes((String) given[0])),
            STRING),
        Function.of("b64dec", (_, given) -> decode((String) given[0], 64), STRING),
        Function.of("b32enc", (_, given) -> encode32(GoStrings.bytes((String) given[0])), STRING),
        Function.of("b32dec", (_, given) -> decode((String) given[0], 32), STRING));
  }

  private static String encode32(byte[] bytes) {
    var out = new StringBuilder();
    long buffer = 0;
    int bits = 0;
    for (byte b : bytes) {
      buffer = (buffer << 8) | (b & 0xff);
      bits += 8;
      while (bits >= 5) {
        bits -= 5;
        out.append(ALPHABET_32.charAt((int) (buffer >> bits) & 31));
      }
    }
    if (bits > 0) {
      out.append(ALPHABET_32.charAt((int) (buffer << (5 - bits)) & 31));
    }
    while (out.length() % 8 != 0) {
      out.append('=');
    }
    return out.toString();
  }

  private static String decode(String text, int base) {
    byte[] input = GoStrings.bytes(text);
    var reading = new Decoding(input, base);
    int bad = reading.run();
    return bad < 0
        ? GoStrings.of(reading.out.toByteArray())
        : "illegal base" + base + " data at input byte " + bad;
  }

  /// Decodes group by group, line breaks left out.
  private static final class Decoding {

    private final byte[] input;
    private final String alphabet;
    private final int bitsEach;
    private final int group;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int at;

    Decoding(byte[] input, int base) {
      this.input = input;
      this.alphabet = base == 64 ? ALPHABET_64 : ALPHABET_32;
      this.bitsEach = base == 64 ? 6 : 5;
      this.group = base == 64 ? 4 : 8;
    }

    /// Where the input is wrong; negative where it is right.
    int run() {
      while (true) {
        skipBreaks();
        if (at >= input.length) {
          return -1;
        }
        int result = decodeGroup();
        if (result >= 0 || result == ENDED) {
          return result == ENDED ? -1 : result;
        }
      }
    }

    private static final int GOES_ON = -1;
    private static final int ENDED = -2;

    private void skipBreaks() {
      while (at < input.length && (input[at] == '\n' || input[at] == '\r')) {
        at++;
      }
    }

    private int decodeGroup() {
      long buffer = 0;
      for (int i = 0; i < group; i++) {
        skipBreaks();
        if (at >= input.length) {
          return i == 0 ? ENDED : at - i;
        }
        if (input[at] == '=') {
          return padding(i, buffer);
        }
        int value = input[at] < 0 ? -1 : alphabet.indexOf(input[at]);
        if (value < 0) {
          return at;
        }
        buffer = (buffer << bitsEach) | value;
        at++;
      }
      write(buffer, group * bitsEach, group * bitsEach / 8);
      return GOES_ON;
    }

    private int padding(int count, long buffer) {
      int marks = group - count;
      if (!(bitsEach == 6 ? MARKS_64 : MARKS_32).contains(marks)) {
        return at;
      }
      int bad = skipMarks(marks);
      if (bad >= 0) {
        return bad;
      }
      int bits = count * bitsEach;
      write(buffer >> bits % 8, bits - bits % 8, bits / 8);
      return ENDED;
    }

    /// Where the marks of padding are wrong; negative where they are right.
    private int skipMarks(int marks) {
      for (int i = 0; i < marks; i++) {
        skipBreaks();
        if (at >= input.length) {
          return input.length;
        }
        if (input[at] != '=') {
          return at - 1;
        }
        at++;
      }
      skipBreaks();
      return at < input.length && bitsEach == 6 ? at : -1;
    }

    private void write(long buffer, int bits, int bytes) {
      for (int i = 1; i <= bytes; i++) {
        out.write((int) (buffer >> (bits - 8 * i)) & 0xff);
      }
    }
  }
}
