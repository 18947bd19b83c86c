package evenhand.model;

import evenhand.data.DataException;
import evenhand.learner.ConstantScorer;
import evenhand.learner.Scorer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** {@link ConstantScorer} as its probability in text. */
public final class ConstantFormat implements ScorerFormat {

  private static final int MOST_BYTES = 32;

  @Override
  public String id() {
    return "constant.txt";
  }

  @Override
  public Optional<byte[]> write(Scorer scorer) {
    return scorer instanceof ConstantScorer constant
        ? Optional.of(Double.toString(constant.probability()).getBytes(StandardCharsets.US_ASCII))
        : Optional.empty();
  }

  @Override
  public Scorer read(byte[] bytes, int columns) {
    String text = new String(bytes, StandardCharsets.US_ASCII);
    try {
      if (bytes.length <= MOST_BYTES) {
        return new ConstantScorer(Double.parseDouble(text));
      }
    } catch (IllegalArgumentException e) {
      throw new DataException("a constant scorer must be a probability, was " + text, e);
    }
    throw new DataException(
        "a constant scorer must be a probability, was %d bytes".formatted(bytes.length));
  }
}
