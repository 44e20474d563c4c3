package dev.levada.core.plan.fields;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;
import java.math.BigDecimal;
import java.util.List;

/// Amounts of CPU, memory and the like in the one form in which the API server stores them: no
/// fraction, and the largest suffix that needs none (`1000m` is `1`, `1024Mi` is `1Gi`).
final class Quantity {

  private static final Pattern FORM =
      Pattern.compile("([0-9]{1,18}(?:\\.[0-9]{1,9})?)([numkMGTPE]|[KMGTPE]i)?");
  private static final List<String> DECIMAL =
      List.of("E", "P", "T", "G", "M", "k", "", "m", "u", "n");
  private static final List<String> BINARY = List.of("Ei", "Pi", "Ti", "Gi", "Mi", "Ki", "");
  private static final int THOUSANDS_OF_E = 6;
  private static final BigDecimal KIBI = BigDecimal.valueOf(1024);

  private Quantity() {}

  /// The canonical form of an amount; the node itself where it has a form that is better left to
  /// the API server.
  static Node canonical(Node node) {
    if (!(node instanceof Scalar scalar) || scalar.isNull()) {
      return node;
    }
    Matcher form = FORM.matcher(scalar.text());
    if (!form.matches()) {
      return node;
    }
    var number = new BigDecimal(form.group(1));
    String suffix = form.group(2) == null ? "" : form.group(2);
    String canonical =
        suffix.endsWith("i") ? binary(number, suffix) : decimal(number.multiply(unit(suffix)));
    return canonical.isEmpty() ? node : Scalar.of(canonical);
  }

  private static BigDecimal unit(String suffix) {
    return BigDecimal.ONE.scaleByPowerOfTen(3 * (THOUSANDS_OF_E - DECIMAL.indexOf(suffix)));
  }

  private static String decimal(BigDecimal value) {
    if (value.signum() == 0) {
      return "0";
    }
    for (String suffix : DECIMAL) {
      BigDecimal amount = value.divide(unit(suffix)).stripTrailingZeros();
      if (amount.scale() <= 0) {
        return amount.toPlainString() + suffix;
      }
    }
    return ""; // finer than the API server keeps
  }

  private static String binary(BigDecimal number, String suffix) {
    int power = BINARY.size() - 1 - BINARY.indexOf(suffix);
    BigDecimal value = number.multiply(KIBI.pow(power)).stripTrailingZeros();
    if (value.scale() > 0) {
      return ""; // a fraction of a byte
    }
    if (value.compareTo(KIBI) < 0) {
      return decimal(value);
    }
    for (String candidate : BINARY) {
      BigDecimal unit = KIBI.pow(BINARY.size() - 1 - BINARY.indexOf(candidate));
      if (value.remainder(unit).signum() == 0) {
        return value.divide(unit).toPlainString() + candidate;
      }
    }
    return "";
  }
}
