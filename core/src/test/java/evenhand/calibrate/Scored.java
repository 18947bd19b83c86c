package evenhand.calibrate;

import evenhand.data.Groups;
import evenhand.learner.Sigmoid;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Made-up scored rows whose truth is known. */
final class Scored {

  private Scored() {}

  /** Labels drawn from P(y=1) = σ(slope · logit(score) + intercept), scores from the middle. */
  static ScoredRows rows(int n, double slope, double intercept, SplittableRandom random) {
    double[] scores = new double[n];
    int[] labels = new int[n];
    for (int i = 0; i < n; i++) {
      double logit = 1.5 * random.nextGaussian();
      scores[i] = Sigmoid.of(logit);
      labels[i] = random.nextDouble() < Sigmoid.of(slope * logit + intercept) ? 1 : 0;
    }
    return ScoredRows.of(scores, labels, Scale.PROBABILITY);
  }

  /** Rows of anything: ties, weights of 0, one class now and then, either scale. */
  static ScoredRows any(SplittableRandom random) {
    int n = random.nextInt(1, 80);
    Scale scale = random.nextBoolean() ? Scale.PROBABILITY : Scale.LOGIT;
    int levels = random.nextInt(1, 60);
    double rate = List.of(0.0, 0.1, 0.5, 0.9, 1.0).get(random.nextInt(5));
    double[] scores = new double[n];
    int[] labels = new int[n];
    double[] weights = new double[n];
    for (int i = 0; i < n; i++) {
      double level = (double) random.nextInt(levels + 1) / levels;
      scores[i] = scale == Scale.PROBABILITY ? level : 20 * level - 10;
      labels[i] = random.nextDouble() < rate ? 1 : 0;
      weights[i] = random.nextInt(4) * 0.5;
    }
    weights[random.nextInt(n)] = 1;
    return new ScoredRows(scores, labels, weights, scale);
  }

  /** Random groups of one attribute. */
  static Groups groups(String attribute, int n, List<String> names, SplittableRandom random) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      values.add(names.get(random.nextInt(names.size())));
    }
    return Groups.of(attribute, values);
  }
}
