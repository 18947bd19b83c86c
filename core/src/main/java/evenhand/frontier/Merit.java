package evenhand.frontier;

import evenhand.data.DataException;
import evenhand.data.Groups;
import evenhand.metric.Auc;
import evenhand.metric.CalibrationBins;
import evenhand.metric.CellMetric;
import evenhand.metric.MeanMetric;
import evenhand.metric.Statistic;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** The metrics of an audit of which one end is better: what a gap is traded against. */
public enum Merit {
  ACCURACY(Better.HIGHER, Statistic.ACCURACY),
  ERROR_RATE(Better.LOWER, Statistic.ERROR_RATE),
  TRUE_POSITIVE_RATE(Better.HIGHER, Statistic.TRUE_POSITIVE_RATE),
  FALSE_POSITIVE_RATE(Better.LOWER, Statistic.FALSE_POSITIVE_RATE),
  TRUE_NEGATIVE_RATE(Better.HIGHER, Statistic.TRUE_NEGATIVE_RATE),
  FALSE_NEGATIVE_RATE(Better.LOWER, Statistic.FALSE_NEGATIVE_RATE),
  PRECISION(Better.HIGHER, Statistic.PRECISION),
  F1(Better.HIGHER, CellMetric.F1),
  BALANCED_ACCURACY(Better.HIGHER, CellMetric.BALANCED_ACCURACY),
  AUC(Better.HIGHER),
  LOG_LOSS(Better.LOWER),
  BRIER(Better.LOWER),
  ECE(Better.LOWER);

  /** Which end is better. */
  public enum Better {
    HIGHER,
    LOWER
  }

  private final Better better;
  private final Optional<Function<double[], OptionalDouble>> cells;

  Merit(Better better, Statistic statistic) {
    this.better = better;
    this.cells = Optional.of(each -> statistic.of(each).value());
  }

  Merit(Better better, CellMetric metric) {
    this.better = better;
    this.cells = Optional.of(metric::of);
  }

  /** Of scores. */
  Merit(Better better) {
    this.better = better;
    this.cells = Optional.empty();
  }

  /** As in an audit, such as {@code balanced_accuracy}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Better better() {
    return better;
  }

  /** Read off the cells of all rows, as in {@link Statistic#of}; empty for a metric of scores. */
  Optional<Function<double[], OptionalDouble>> cells() {
    return cells;
  }

  /**
   * A metric of scores.
   *
   * @param weights shape [n], finite, ≥ 0
   */
  OptionalDouble ofScores(int[] labels, double[] scores, double[] weights) {
    return switch (this) {
      case AUC -> new Auc(labels, scores, weights).overall();
      case LOG_LOSS -> mean(MeanMetric.LOG_LOSS, labels, scores, weights);
      case BRIER -> mean(MeanMetric.BRIER, labels, scores, weights);
      case ECE -> {
        double[] outcomes = Arrays.stream(labels).asDoubleStream().toArray();
        Groups everyone = new Groups("all", List.of("all"), new int[labels.length]);
        yield CalibrationBins.of(outcomes, scores, weights, everyone).overall();
      }
      default -> throw new IllegalStateException(id() + " is no metric of scores");
    };
  }

  private static OptionalDouble mean(
      MeanMetric metric, int[] labels, double[] scores, double[] weights) {
    double sum = 0;
    double total = 0;
    for (int i = 0; i < scores.length; i++) {
      sum += weights[i] * metric.of(labels[i], scores[i]);
      total += weights[i];
    }
    return total == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / total);
  }

  /** Turned so that higher is better. */
  double turned(double value) {
    return better == Better.HIGHER ? value : -value;
  }

  /** The worst there can be, turned; empty for a loss without bound. */
  OptionalDouble worst() {
    return this == LOG_LOSS
        ? OptionalDouble.empty()
        : OptionalDouble.of(better == Better.HIGHER ? 0 : -1);
  }

  /** The best there can be, turned. */
  double best() {
    return better == Better.HIGHER ? 1 : 0;
  }

  /** The metric of that {@link #id}; a {@link DataException} that lists the ids. */
  public static Merit named(String id) {
    for (Merit merit : values()) {
      if (merit.id().equals(id.toLowerCase(Locale.ROOT))) {
        return merit;
      }
    }
    throw new DataException(
        "%s is no metric that a gap can be traded against; they are %s"
            .formatted(id, String.join(", ", Arrays.stream(values()).map(Merit::id).toList())));
  }
}
