package evenhand.loss;

/**
 * Accuracy with a price on unevenness: {@code accuracy + strength · fairness}.
 *
 * @param accuracy usually {@link CrossEntropy}
 * @param fairness what the price is on
 * @param strength of the price, ≥ 0
 */
public record RegularizedLoss(Loss accuracy, Loss fairness, double strength) implements Loss {

  @Override
  public Evaluated on(Batch batch, double[] logits) {
    Evaluated wanted = accuracy.on(batch, logits);
    return strength == 0 ? wanted : wanted.plus(fairness.on(batch, logits), strength);
  }
}
