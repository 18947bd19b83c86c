package evenhand.calibrate;

import evenhand.learner.Sigmoid;
import java.util.Locale;

/** What a score is before it is calibrated. */
public enum Scale {
  /** An estimate of P(y=1), in [0, 1]. */
  PROBABILITY {
    @Override
    public double logit(double score) {
      double inside = Math.min(1 - CLIP, Math.max(CLIP, score));
      return StrictMath.log(inside / (1 - inside));
    }

    @Override
    public double probability(double score) {
      return score;
    }

    @Override
    boolean allows(double score) {
      return score >= 0 && score <= 1;
    }
  },
  /** ln(p / (1 − p)) of such an estimate, finite; also a decision value whose 0 is a half. */
  LOGIT {
    @Override
    public double logit(double score) {
      return score;
    }

    @Override
    public double probability(double score) {
      return Sigmoid.of(score);
    }

    @Override
    boolean allows(double score) {
      return Double.isFinite(score);
    }
  };

  private static final double CLIP = Math.ulp(1.0);

  /** Such as {@code probability}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * ln(p / (1 − p)); a probability is first moved into [2⁻⁵², 1 − 2⁻⁵²], so that it is within
   * ±36.05.
   */
  public abstract double logit(double score);

  /** The score as an estimate of P(y=1), in [0, 1]. */
  public abstract double probability(double score);

  abstract boolean allows(double score);

  /** The probabilities of all scores, shape [n]. */
  public double[] probabilities(double[] scores) {
    double[] all = new double[scores.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = probability(scores[i]);
    }
    return all;
  }
}
