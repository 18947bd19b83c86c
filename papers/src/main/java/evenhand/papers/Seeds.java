package evenhand.papers;

import java.util.stream.IntStream;

/**
 * The runs of a method.
 *
 * @param first seed, ≥ 0
 * @param count of seeds from it on, ≥ 1
 */
public record Seeds(int first, int count) {

  public Seeds {
    if (first < 0 || count < 1) {
      throw new IllegalArgumentException(
          "need at least one seed from 0 on, got %d from %d on".formatted(count, first));
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
