package dev.levada.core.sprig.number;

import dev.levada.core.sprig.cast.Cast;

/// `round`: on the scaled value, up from a half on.
final class Rounding {

  private static final double HALF = 0.5;

  private Rounding() {}

  static double round(Object[] given) {
    double value = Cast.toDouble(given[0]);
    long places = (Long) given[1];
    double half = given.length > 2 ? (Double) given[2] : HALF;
    double scale = Math.pow(10, (double) places);
    double scaled = value * scale;
    // A negative fraction is below any half, so negative numbers go down.
    double rounded = scaled % 1 >= half ? Math.ceil(scaled) : Math.floor(scaled);
    return rounded / scale;
  }
}
