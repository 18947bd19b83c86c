package evenhand.metric;

import java.util.OptionalDouble;

/**
 * A proportion kept as its two counts, so that it can be pooled, tested and doubted.
 *
 * @param hits weighted number of events, {@code 0 <= hits <= trials}
 * @param trials weighted number of chances, finite
 */
public record Rate(double hits, double trials) {

  public static final Rate NONE = new Rate(0, 0);

  public Rate {
    if (!(0 <= hits && hits <= trials && trials < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("need 0 <= hits <= trials, got " + hits + " of " + trials);
    }
  }

  /**
   * Pools two disjoint samples. Associative and commutative up to rounding; exact for whole counts.
   */
  public Rate plus(Rate other) {
    return new Rate(hits + other.hits, trials + other.trials);
  }

  /**
   * The proportion in [0, 1]; empty when nothing was observed, for no evidence is not a rate of 0.
   */
  public OptionalDouble value() {
    return trials == 0 ? OptionalDouble.empty() : OptionalDouble.of(hits / trials);
  }
}
