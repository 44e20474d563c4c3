package dev.levada.core.manifest;

import java.math.BigDecimal;
import java.math.BigInteger;

/// A single value, kept as it was written.
///
/// @param kind what the text means
/// @param text the text as written, without quotes and escapes; for {@link Kind#NULL} whatever
///   stood there; a quoted one is written as an empty string
/// @param quoted whether the source had it in quotes or as a block; such a scalar stays a string
///   when its text is replaced
public record Scalar(Kind kind, String text, boolean quoted) implements Node {

  /// What a scalar's text means to a reader of the manifest.
  public enum Kind {
    /// Text.
    STRING,
    /// A whole number: decimal, or as YAML writes octal, hexadecimal and binary.
    INTEGER,
    /// A number with a fraction or an exponent, an infinity or not a number.
    FLOAT,
    /// `true` or `false`, in the spellings that the reader accepts.
    BOOLEAN,
    /// Nothing.
    NULL,
    /// An unquoted date or date with time.
    TIMESTAMP
  }

  /// The null value.
  public static final Scalar NULL = new Scalar(Kind.NULL, "null", false);

  private static final Scalar TRUE = new Scalar(Kind.BOOLEAN, "true", false);
  private static final Scalar FALSE = new Scalar(Kind.BOOLEAN, "false", false);

  /// A string that the source did not quote.
  public static Scalar of(String text) {
    return new Scalar(Kind.STRING, text, false);
  }

  /// A whole number.
  public static Scalar of(long number) {
    return new Scalar(Kind.INTEGER, Long.toString(number), false);
  }

  /// A truth value.
  public static Scalar of(boolean value) {
    return value ? TRUE : FALSE;
  }

  /// Whether this is null.
  public boolean isNull() {
    return kind == Kind.NULL;
  }

  /// Whether this is the boolean true.
  public boolean isTrue() {
    return kind == Kind.BOOLEAN && text.equalsIgnoreCase("true");
  }

  /// The double that a number stands for; infinities and not-a-number included.
  public double decimalValue() {
    return kind == Kind.INTEGER
        ? new BigInteger(Integers.decimal(text)).doubleValue()
        : Floats.value(text);
  }

  @Override
  public Scalar copy() {
    return this;
  }

  @Override
  public boolean sameValue(Node other) {
    if (!(other instanceof Scalar that)) {
      return false;
    }
    if (isNumber() && that.isNumber()) {
      return text.equals(that.text) || sameNumber(that);
    }
    if (kind != that.kind) {
      return false;
    }
    return switch (kind) {
      case NULL -> true;
      case BOOLEAN -> isTrue() == that.isTrue();
      case STRING, INTEGER, FLOAT, TIMESTAMP -> text.equals(that.text);
    };
  }

  private boolean isNumber() {
    return kind == Kind.INTEGER || kind == Kind.FLOAT;
  }

  private boolean sameNumber(Scalar that) {
    try {
      return decimal().compareTo(that.decimal()) == 0;
    } catch (NumberFormatException notANumber) {
      return false; // an infinity, or a form that JSON does not know
    }
  }

  private BigDecimal decimal() {
    if (kind == Kind.INTEGER) {
      return new BigDecimal(new BigInteger(Integers.decimal(text)));
    }
    return new BigDecimal(text.replace("_", ""));
  }
}
