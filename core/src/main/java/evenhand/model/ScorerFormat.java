package evenhand.model;

import evenhand.learner.Scorer;
import java.util.Optional;

/**
 * How one kind of scorer is kept in a model file. Formats are handed to the reader and the writer
 * as a list; nothing is looked up by a name found in a file. Bytes read are hostile until proven
 * otherwise: sizes are bounded before anything is allocated.
 */
public interface ScorerFormat {

  /** Names the format in the manifest and ends the part's name, such as {@code logistic.json}. */
  String id();

  /**
   * The scorer's bytes; empty when it is not of this format's kind. The same scorer gives the same
   * bytes.
   */
  Optional<byte[]> write(Scorer scorer);

  /**
   * The scorer back, giving bit-identical scores.
   *
   * @param columns of the features it will be given; a scorer for another number is refused
   * @throws evenhand.data.DataException when the bytes are not of this format
   */
  Scorer read(byte[] bytes, int columns);
}
