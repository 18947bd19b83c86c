package evenhand.model;

import evenhand.data.Encoded;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a model says of n rows.
 *
 * @param decisions shape [n], each 0 or 1
 * @param scores mean P(y=1) of the members, shape [n], in [0, 1]
 * @param acceptance exact P(ŷ=1) over the members, shape [n], in [0, 1]; equal to the decisions for
 *     a deterministic model
 * @param calibrated P(y=1) as calibrated, shape [n], in [0, 1]; empty for a model that is not
 * @param unseen categories that did not occur in training, by column
 * @param remarks on rows that a stage could not treat as the others, in sentences
 */
public record Predictions(
    int[] decisions,
    double[] scores,
    double[] acceptance,
    Optional<double[]> calibrated,
    List<Encoded.Unseen> unseen,
    List<String> remarks) {

  public Predictions {
    unseen = List.copyOf(unseen);
    remarks = List.copyOf(remarks);
  }

  /** Calibrated where the model is, else the scores: what a later stage decides by. */
  public double[] probabilities() {
    return calibrated.orElse(scores);
  }

  Predictions withCalibrated(double[] given, List<String> more) {
    return new Predictions(decisions, scores, acceptance, Optional.of(given), unseen, joined(more));
  }

  /** Other decisions, with the exact chance of each to be 1. */
  Predictions withDecisions(int[] given, double[] chances, List<String> more) {
    return new Predictions(given, scores, chances, calibrated, unseen, joined(more));
  }

  private List<String> joined(List<String> more) {
    return Stream.concat(remarks.stream(), more.stream()).toList();
  }
}
