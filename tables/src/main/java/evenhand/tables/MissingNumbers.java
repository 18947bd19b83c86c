package evenhand.tables;

import java.util.Arrays;

/** The numbers that texts named as missing mean, for values that come as numbers. */
final class MissingNumbers {

  private final double[] values;

  private MissingNumbers(double[] values) {
    this.values = values;
  }

  static MissingNumbers of(Text text) {
    return new MissingNumbers(
        text.options().missing().stream()
            .map(String::strip)
            .filter(text::isNumber)
            .flatMapToDouble(
                token -> {
                  double size = text.number(token);
                  double value =
                      Double.isInfinite(size) && token.startsWith("-") ? -Math.abs(size) : size;
                  // a column of floats holds the nearest float
                  return Arrays.stream(new double[] {value, (float) value});
                })
            .filter(value -> !Double.isNaN(value))
            .distinct()
            .toArray());
  }

  boolean has(double value) {
    for (double each : values) {
      if (each == value) {
        return true;
      }
    }
    return false;
  }
}
