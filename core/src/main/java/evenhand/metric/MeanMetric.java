package evenhand.metric;

import java.util.Locale;

/** A metric that is the (weighted) mean of one number per row. */
public enum MeanMetric {
  /** Mean of the scores. */
  MEAN_SCORE(0, 1) {
    @Override
    public double of(double label, double prediction) {
      return prediction;
    }
  },
  /**
   * −ln of the score given to the label that came, in nats. A score is first moved into [2⁻⁵², 1 −
   * 2⁻⁵²], as scikit-learn does, so that a certain score on the wrong side costs 36.04 and not
   * infinitely much.
   */
  LOG_LOSS(0, Double.POSITIVE_INFINITY) {
    @Override
    public double of(double label, double prediction) {
      double score = Math.min(1 - CLIP, Math.max(CLIP, prediction));
      return label == 1 ? -Math.log(score) : -Math.log(1 - score);
    }
  },
  /** (score − label)². */
  BRIER(0, 1) {
    @Override
    public double of(double label, double prediction) {
      return (prediction - label) * (prediction - label);
    }
  },
  /** Mean of the predictions. */
  MEAN(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY) {
    @Override
    public double of(double label, double prediction) {
      return prediction;
    }
  },
  /** |prediction − label|, in units of the label. */
  MAE(0, Double.POSITIVE_INFINITY) {
    @Override
    public double of(double label, double prediction) {
      return Math.abs(prediction - label);
    }
  },
  /** (prediction − label)², in squared units of the label. */
  MSE(0, Double.POSITIVE_INFINITY) {
    @Override
    public double of(double label, double prediction) {
      return (prediction - label) * (prediction - label);
    }
  };

  private static final double CLIP = Math.ulp(1.0);

  private final double lowest;
  private final double highest;

  MeanMetric(double lowest, double highest) {
    this.lowest = lowest;
    this.highest = highest;
  }

  /** Such as {@code log_loss}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The smallest value there can be, or −∞. */
  public double lowest() {
    return lowest;
  }

  /** The largest value there can be, or ∞. */
  public double highest() {
    return highest;
  }

  /** What one row adds to the mean. */
  public abstract double of(double label, double prediction);

  /** The same for every row; all of shape [n]. */
  public double[] of(double[] labels, double[] predictions) {
    double[] each = new double[labels.length];
    for (int i = 0; i < each.length; i++) {
      each[i] = of(labels[i], predictions[i]);
    }
    return each;
  }
}
