package evenhand.loss;

/**
 * A number to make small, as a function of a batch's logits. A value without data; stateless, so
 * that the same batch and logits give the same answer.
 */
public interface Loss {

  /**
   * @param logits of P(y=1), shape [n], finite
   * @return the value and its slope
   */
  Evaluated on(Batch batch, double[] logits);

  /**
   * @param value finite; in the loss's own units
   * @param slope ∂value/∂logit of each row, shape [n]
   */
  record Evaluated(double value, double[] slope) {

    /** 0 with no slope: of n rows, none says anything. */
    public static Evaluated nothing(int n) {
      return new Evaluated(0, new double[n]);
    }

    /** {@code this + strength · other}. */
    public Evaluated plus(Evaluated other, double strength) {
      double[] sum = slope.clone();
      for (int i = 0; i < sum.length; i++) {
        sum[i] += strength * other.slope[i];
      }
      return new Evaluated(value + strength * other.value, sum);
    }
  }
}
