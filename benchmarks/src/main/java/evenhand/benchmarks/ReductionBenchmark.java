package evenhand.benchmarks;

import evenhand.data.Encoding;
import evenhand.data.Sample;
import evenhand.learner.LogisticRegression;
import evenhand.parity.Comparison;
import evenhand.parity.Kind;
import evenhand.parity.Requirement;
import evenhand.reduce.ExponentiatedGradient;
import evenhand.reduce.Plain;
import evenhand.reduce.Problem;
import evenhand.reduce.Reduced;
import evenhand.reduce.Reduction;
import evenhand.reduce.Standing;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Times training under a requirement against one plain fit of the same rows in the same run, and
 * prints Markdown. Arguments: any of {@code adult}, {@code fits}, {@code rows}, {@code groups};
 * none means all.
 */
public final class ReductionBenchmark {

  private static final int WARM_UPS = 5;
  private static final int REPETITIONS = 7;
  private static final int MOST_FITS = 20;

  private static final List<String> REQUIREMENTS =
      List.of(
          "demographic_parity:to_overall<=0.02@sex",
          "equalized_odds:to_overall<=0.02@sex",
          "equal_opportunity:to_overall<=0.02@sex",
          "demographic_parity:to_overall<=0.02@race",
          "demographic_parity:to_overall<=0.02@sex&race",
          "equalized_odds:to_overall<=0.02@race");

  private final PrintStream out;

  private ReductionBenchmark(PrintStream out) {
    this.out = out;
  }

  public static void main(String[] arguments) {
    ReductionBenchmark benchmark = new ReductionBenchmark(System.out);
    List<String> wanted =
        arguments.length == 0 ? List.of("adult", "fits", "rows", "groups") : List.of(arguments);
    if (wanted.contains("adult")) {
      benchmark.adult();
    }
    if (wanted.contains("fits")) {
      benchmark.fits();
    }
    if (wanted.contains("rows")) {
      benchmark.rows();
    }
    if (wanted.contains("groups")) {
      benchmark.groups();
    }
  }

  /** {@code adult.data} to train, {@code adult.test} to measure; gaps are between groups. */
  private void adult() {
    AdultRows adult = AdultRows.read();
    header(
        "| case | plain fit ms | constrained ms | ratio | fits | members | train accuracy | train gap"
            + " | test accuracy | test gap |");
    for (List<String> without : List.of(List.of("sex", "fnlwgt"), List.<String>of())) {
      Encoding encoding = adult.encoding(without);
      Sample training = adult.sample(encoding, adult.training());
      Sample test = adult.sample(encoding, adult.test());
      Timed<Reduced> plain = null;
      for (String text : REQUIREMENTS) {
        Requirement requirement = Requirement.parse(text);
        Problem problem = new Problem(training, requirement.on(training));
        if (plain == null) {
          plain = time(new Plain(), problem, WARM_UPS);
        }
        Timed<Reduced> constrained = time(ExponentiatedGradient.defaults(), problem, WARM_UPS);
        Standing seen = between(requirement, training).of(constrained.result().classifier());
        Standing unseen = between(requirement, test).of(constrained.result().classifier());
        print(
            "| %s, %d columns | %.1f | %.1f | %.1f | %d | %d | %.4f | %.4f | %.4f | %.4f |",
            text,
            training.features().columns(),
            plain.milliseconds(),
            constrained.milliseconds(),
            constrained.milliseconds() / plain.milliseconds(),
            constrained.result().fits(),
            constrained.result().classifier().members().size(),
            1 - seen.error(),
            seen.worst(),
            1 - unseen.error(),
            unseen.worst());
      }
    }
    out.println();
  }

  /** The training error that each further fit of the learner leaves, where the bound is met. */
  private void fits() {
    AdultRows adult = AdultRows.read();
    Sample training = adult.sample(adult.encoding(List.of()), adult.training());
    header("| fits at most | " + String.join(" | ", REQUIREMENTS) + " |");
    for (int most = 2; most <= MOST_FITS; most += 2) {
      List<String> errors = new ArrayList<>();
      for (String text : REQUIREMENTS) {
        Problem problem = new Problem(training, Requirement.parse(text).on(training));
        ExponentiatedGradient.Options usual = ExponentiatedGradient.Options.defaults();
        Reduced reduced =
            new ExponentiatedGradient(
                    new ExponentiatedGradient.Options(
                        usual.pricing(), usual.priceBound(), usual.gap(), most))
                .train(problem, LogisticRegression.defaults(), 1);
        String error = String.format(Locale.ROOT, "%.4f", reduced.standing().error());
        errors.add(reduced.infeasibility().isPresent() ? error + ", bound not met" : error);
      }
      print("| %d | %s |", most, String.join(" | ", errors));
    }
    out.println();
  }

  /** The worst violation is the gap between groups. */
  private static Problem between(Requirement requirement, Sample sample) {
    Requirement exact =
        new Requirement(
            requirement.parity(),
            Comparison.BETWEEN_GROUPS,
            Kind.DIFFERENCE,
            0,
            requirement.attribute());
    return new Problem(sample, exact.on(sample));
  }

  private void rows() {
    header("| rows (5 columns, 2 groups) | plain fit ms | constrained ms | ratio | fits |");
    for (int rows : new int[] {10_000, 100_000, 1_000_000, 5_000_000}) {
      growth(Integer.toString(rows), SyntheticRows.sample(rows, 2, 1));
    }
    out.println();
  }

  private void groups() {
    header("| groups (100,000 rows, 5 columns) | plain fit ms | constrained ms | ratio | fits |");
    for (int groups : new int[] {2, 4, 8, 16, 32}) {
      growth(Integer.toString(groups), SyntheticRows.sample(100_000, groups, 1));
    }
    out.println();
  }

  private void growth(String name, Sample sample) {
    Problem problem =
        new Problem(
            sample, Requirement.parse("demographic_parity:to_overall<=0.02@group").on(sample));
    int warmUps = sample.size() > 100_000 ? 1 : WARM_UPS;
    Timed<Reduced> plain = time(new Plain(), problem, warmUps);
    Timed<Reduced> constrained = time(ExponentiatedGradient.defaults(), problem, warmUps);
    print(
        "| %s | %.1f | %.1f | %.1f | %d |",
        name,
        plain.milliseconds(),
        constrained.milliseconds(),
        constrained.milliseconds() / plain.milliseconds(),
        constrained.result().fits());
  }

  /**
   * @param milliseconds median of the repetitions
   */
  private record Timed<T>(T result, double milliseconds) {}

  private static Timed<Reduced> time(Reduction reduction, Problem problem, int warmUps) {
    for (int k = 0; k < warmUps; k++) {
      reduction.train(problem, LogisticRegression.defaults(), 1);
    }
    int repetitions = warmUps == 1 ? 3 : REPETITIONS;
    double[] times = new double[repetitions];
    Reduced last = null;
    for (int k = 0; k < repetitions; k++) {
      long start = System.nanoTime();
      last = reduction.train(problem, LogisticRegression.defaults(), 1);
      times[k] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(times);
    if (last == null) {
      throw new IllegalStateException("nothing was timed");
    }
    return new Timed<>(last, times[repetitions / 2]);
  }

  private void header(String titles) {
    out.println(titles);
    out.println("|" + " --- |".repeat((int) titles.chars().filter(c -> c == '|').count() - 1));
  }

  private void print(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
  }
}
