package evenhand.train;

import java.math.BigDecimal;
import java.util.OptionalDouble;

/**
 * Which classifier of a sweep.
 *
 * @param method by its command-line name
 * @param strength what it is, the method says; empty where it has none
 * @param seed of everything random in the fit
 */
public record TrialId(String method, OptionalDouble strength, long seed) {

  /** Such as {@code reduction 0.02 seed 1}. */
  @Override
  public String toString() {
    return method + strengthAfter(" ") + " seed " + seed;
  }

  /** Such as {@code reduction-0.02-seed1}: a file's name without its end. */
  String fileName() {
    return method + strengthAfter("-") + "-seed" + seed;
  }

  private String strengthAfter(String separator) {
    return strength.isEmpty() ? "" : separator + plain(strength.getAsDouble());
  }

  /** Without exponent and without zeros that say nothing. */
  private static String plain(double value) {
    return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
  }
}
