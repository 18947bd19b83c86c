package evenhand.papers;

import java.util.stream.IntStream;

/**
 * The runs of a method.
 *
 * @param first seed, in [0, {@link #LARGEST}]
 * @param count of seeds from it on, ≥ 1, none above the largest
 */
public record Seeds(int first, int count) {

  /** The largest seed. */
  public static final int LARGEST = 1_000_000_000;

  public Seeds {
    if (first < 0 || count < 1 || first > LARGEST - count) {
      throw new IllegalArgumentException(
          "need at least one seed from 0 to %d, got %d from %d on"
              .formatted(LARGEST, count, first));
    }
  }

  int[] each() {
    return IntStream.range(first, first + count).toArray();
  }

  /** As people read it, such as {@code 0 to 9}. */
  @Override
  public String toString() {
    return count == 1 ? Integer.toString(first) : first + " to " + (first + count - 1);
  }
}
