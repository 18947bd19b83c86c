package evenhand.gradient;

/** What an aggregator made of the gradients. */
public sealed interface Aggregation {

  /**
   * @param weights finite, shape [K]; the shared direction is Σ wᵢ·gᵢ
   */
  record Agreed(double[] weights) implements Aggregation {}

  /**
   * @param failure why no weights meet the aggregator's definition
   */
  record Failed(Failure failure) implements Aggregation {}
}
