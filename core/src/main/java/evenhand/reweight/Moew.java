package evenhand.reweight;

import evenhand.data.Groups;
import evenhand.data.Sample;
import evenhand.learner.Classifier;
import evenhand.learner.Scorer;
import evenhand.learner.Sigmoid;
import evenhand.learner.WeightedLearner;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;
import java.util.function.ToDoubleFunction;

/**
 * Metric-optimised example weights: a row's weight is σ(α of its group and label), and α is
 * searched for by a Gaussian process so that the classifier fitted with it does best on trusted
 * rows, by any metric whatever.
 *
 * <p>Zhao et al., "Metric-optimized example weights", ICML 2019, algorithm 1, with cells of group
 * and label in place of an auto-encoder's embedding.
 *
 * @param options of the search
 */
public record Moew(Options options) {

  /**
   * @param batches of fits, ≥ 1; in the first α is drawn, later the process proposes
   * @param perBatch fits in a batch, ≥ 1
   * @param radius of the ball in which α lies, &gt; 0
   * @param candidates among which the process proposes, ≥ 1
   */
  public record Options(int batches, int perBatch, double radius, int candidates) {

    public Options {
      if (!(batches >= 1 && perBatch >= 1 && candidates >= 1 && radius > 0 && radius < 1e6)) {
        throw new IllegalArgumentException(
            "need batches, fits and candidates of at least 1 and a radius > 0");
      }
    }

    /** 10 batches of 5, as the authors have it; a radius of 3 instead of their 1. */
    public static Options defaults() {
      return new Options(10, 5, 3, 2000);
    }
  }

  /**
   * @param weights the scorer was fitted with, shape [n]
   * @param value of the metric, the least found
   * @param fits made
   */
  public record Found(Scorer scorer, double[] weights, double value, int fits) {}

  /**
   * @param groups of the sample's rows
   * @param target what is fitted, and wanted of it
   * @param seed of everything random
   * @param listener told the fits made
   */
  public Found search(
      Sample sample, Groups groups, Target target, long seed, IntConsumer listener) {
    Found[] best = new Found[1];
    Least least =
        least(
            2 * groups.names().size(),
            alpha -> {
              double[] weights = weights(sample, groups, alpha);
              Scorer scorer = target.fitting().fit(sample.labels(), weights);
              double value = target.metric().applyAsDouble(Classifier.of(scorer));
              if (best[0] == null || value < best[0].value()) {
                best[0] = new Found(scorer, weights, value, 0);
              }
              return value;
            },
            seed,
            listener);
    Found found = Objects.requireNonNull(best[0], "at least one fit");
    return new Found(found.scorer(), found.weights(), found.value(), least.tries());
  }

  /**
   * @param alpha in the ball
   * @param value there, the least found
   * @param tries made
   */
  public record Least(double[] alpha, double value, int tries) {}

  /**
   * Where a dear function is least, as far as so many tries tell; the first is 0.
   *
   * @param dimension of α, ≥ 1
   * @param value less is better, finite
   * @param seed of everything random
   * @param listener told the tries made
   */
  public Least least(
      int dimension, ToDoubleFunction<double[]> value, long seed, IntConsumer listener) {
    SplittableRandom random = new SplittableRandom(seed);
    List<double[]> tried = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    int best = 0;
    for (int batch = 0; batch < options.batches(); batch++) {
      for (double[] alpha :
          batch == 0 ? drawn(dimension, random) : proposed(tried, values, random)) {
        tried.add(alpha);
        values.add(value.applyAsDouble(alpha));
        best = values.get(values.size() - 1) < values.get(best) ? values.size() - 1 : best;
        listener.accept(tried.size());
      }
    }
    return new Least(tried.get(best), values.get(best), tried.size());
  }

  /**
   * What a search fits and what it wants.
   *
   * @param fitting of the sample's features
   * @param metric of a classifier, less is better, finite
   */
  public record Target(WeightedLearner.Fitting fitting, ToDoubleFunction<Classifier> metric) {}

  private static double[] weights(Sample sample, Groups groups, double[] alpha) {
    double[] weights = new double[sample.size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = Sigmoid.of(alpha[2 * groups.codes()[i] + sample.labels()[i]]);
    }
    return Reweighting.scaled(weights, sample.weights());
  }

  /** The first α is 0: the rows as they are. */
  private List<double[]> drawn(int dimension, SplittableRandom random) {
    List<double[]> all = new ArrayList<>();
    all.add(new double[dimension]);
    while (all.size() < options.perBatch()) {
      all.add(inBall(dimension, random));
    }
    return all;
  }

  /** Evenly drawn from the ball. */
  private double[] inBall(int dimension, SplittableRandom random) {
    double[] point = new double[dimension];
    double squares = 0;
    for (int l = 0; l < dimension; l++) {
      point[l] = random.nextGaussian();
      squares += point[l] * point[l];
    }
    double length =
        options.radius()
            * StrictMath.pow(random.nextDouble(), 1.0 / dimension)
            / Math.sqrt(Math.max(squares, Double.MIN_NORMAL));
    for (int l = 0; l < dimension; l++) {
      point[l] *= length;
    }
    return point;
  }

  /**
   * One after the other the candidate with the lowest lower confidence bound; each counts as seen
   * at its upper bound until it is fitted, so that a batch spreads.
   */
  private List<double[]> proposed(
      List<double[]> tried, List<Double> values, SplittableRandom random) {
    List<double[]> places = new ArrayList<>(tried);
    List<Double> seen = new ArrayList<>(values);
    List<double[]> batch = new ArrayList<>();
    while (batch.size() < options.perBatch()) {
      GaussianProcess process =
          GaussianProcess.of(
              places.toArray(double[][]::new),
              seen.stream().mapToDouble(Double::doubleValue).toArray(),
              options.radius());
      double[] best = inBall(places.get(0).length, random);
      GaussianProcess.Belief hope = process.at(best);
      for (int c = 1; c < options.candidates(); c++) {
        double[] candidate = inBall(best.length, random);
        GaussianProcess.Belief belief = process.at(candidate);
        if (belief.mean() - belief.deviation() < hope.mean() - hope.deviation()) {
          best = candidate;
          hope = belief;
        }
      }
      batch.add(best);
      places.add(best);
      seen.add(hope.mean() + hope.deviation());
    }
    return batch;
  }
}
