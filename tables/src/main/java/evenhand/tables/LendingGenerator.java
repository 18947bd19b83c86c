package evenhand.tables;

import evenhand.data.Column;
import evenhand.data.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Makes up loan applicants whose gaps between groups are known exactly ({@link LendingTruth}), so
 * that measurements can be checked against the truth, without a file or a network.
 *
 * <p>The model, with all draws independent and standard normal unless said:
 *
 * <ul>
 *   <li>group is B with probability {@code shareOfB}, else A; age is uniform on 20 to 79, whatever
 *       the group; age_group is under 30, 30-59 or 60 and over
 *   <li>creditworthiness c is the same in both groups: N(0, 1), never shown
 *   <li>approved is yes where c + {@code decisionNoise}·e > {@code bar} + {@code labelShift}·[group
 *       is B]: past decisions asked more of group B
 *   <li>credit_score is 600 + 80·(c − {@code scoreBias}·[group is B] + {@code scoreNoise}·h),
 *       rounded and kept in 300 to 850: a measurement that marks group B down
 *   <li>income is exp(10.3 + 0.35·c + 0.4·i), to the nearest 10; debt_ratio falls with c;
 *       employment depends on c; loan_amount, purpose and region tell nothing
 *   <li>income is missing for 5 % and employment for 3 % of the rows, at random
 * </ul>
 *
 * <p>Neither approval nor score depends on age, so every true gap between age groups is 0.
 *
 * @param shareOfB probability of group B, in (0, 1)
 * @param bar what creditworthiness must pass
 * @param labelShift what more is asked of group B
 * @param scoreBias by how much the score marks group B down, in standard deviations of c
 * @param noise of decisions and scores
 */
public record LendingGenerator(
    double shareOfB, double bar, double labelShift, double scoreBias, Noise noise) {

  /** Rows of each of the catalogue's parts. */
  public static final int ROWS = 10_000;

  private static final List<String> PURPOSES =
      List.of("car", "education", "furniture", "house", "other");
  private static final List<String> REGIONS = List.of("east", "north", "south", "west");

  public LendingGenerator {
    if (!(shareOfB > 0 && shareOfB < 1)
        || !Double.isFinite(bar)
        || !Double.isFinite(labelShift)
        || !Double.isFinite(scoreBias)) {
      throw new IllegalArgumentException(
          "need a share in (0, 1) and finite shifts, got %s, %s, %s, %s"
              .formatted(shareOfB, bar, labelShift, scoreBias));
    }
  }

  /**
   * @param decision standard deviation of what else moved past decisions, ≥ 0
   * @param score standard deviation of what else moves the score, ≥ 0
   */
  public record Noise(double decision, double score) {

    public Noise {
      if (!(decision >= 0 && score >= 0 && decision + score > 0)
          || !Double.isFinite(decision + score)) {
        throw new IllegalArgumentException(
            "noise must be finite, ≥ 0 and not all 0, was " + decision + " and " + score);
      }
    }
  }

  /** The model of the catalogue's {@code lending}. */
  public static LendingGenerator defaults() {
    return new LendingGenerator(0.4, 0.25, 0.5, 0.4, new Noise(0.5, 0.5));
  }

  /** The gaps that tables of this model show as their rows grow in number. */
  public LendingTruth truth() {
    return new LendingTruth(this);
  }

  /** A table of that many applicants; the same arguments give the same table on every machine. */
  public Table table(String origin, int rows, long seed) {
    Rows made = new Rows(rows);
    SplittableRandom random = new SplittableRandom(seed);
    for (int row = 0; row < rows; row++) {
      applicant(made, row, random);
    }
    return made.table(origin);
  }

  private void applicant(Rows made, int row, SplittableRandom random) {
    boolean inB = random.nextDouble() < shareOfB;
    double creditworthiness = normal(random);
    double decided = creditworthiness + noise.decision() * normal(random);
    double measured = creditworthiness + noise.score() * normal(random);
    double score = 600 + 80 * (measured - (inB ? scoreBias : 0));
    double income = StrictMath.exp(10.3 + 0.35 * creditworthiness + 0.4 * normal(random));
    double debt = 0.35 - 0.08 * creditworthiness + 0.1 * normal(random);
    double secure = creditworthiness + normal(random);
    made.age[row] = 20 + random.nextInt(60);
    made.score[row] = Math.min(850, Math.max(300, Math.rint(score)));
    made.income[row] = random.nextDouble() < 0.05 ? Double.NaN : 10 * Math.rint(income / 10);
    made.debt[row] = Math.rint(100 * Math.min(1.5, Math.max(0, debt))) / 100;
    made.amount[row] = 500 * (1 + random.nextInt(60));
    made.group.add(inB ? "B" : "A");
    made.ageGroup.add(
        made.age[row] < 30 ? "under 30" : made.age[row] < 60 ? "30-59" : "60 and over");
    made.employment.add(random.nextDouble() < 0.03 ? null : employment(secure));
    made.purpose.add(PURPOSES.get(random.nextInt(PURPOSES.size())));
    made.region.add(REGIONS.get(random.nextInt(REGIONS.size())));
    made.approved.add(decided > bar + (inB ? labelShift : 0) ? "yes" : "no");
  }

  private static String employment(double secure) {
    if (secure > 0.3) {
      return "permanent";
    }
    return secure > -0.8 ? "temporary" : secure > -1.5 ? "self-employed" : "none";
  }

  /** Marsaglia's polar method, in strict arithmetic: the same on every JDK and processor. */
  private static double normal(SplittableRandom random) {
    while (true) {
      double x = 2 * random.nextDouble() - 1;
      double y = 2 * random.nextDouble() - 1;
      double square = x * x + y * y;
      if (square > 0 && square < 1) {
        return x * StrictMath.sqrt(-2 * StrictMath.log(square) / square);
      }
    }
  }

  /** Columns being filled. */
  private static final class Rows {

    private final double[] age;
    private final double[] income;
    private final double[] score;
    private final double[] debt;
    private final double[] amount;
    private final List<@Nullable String> group = new ArrayList<>();
    private final List<@Nullable String> ageGroup = new ArrayList<>();
    private final List<@Nullable String> employment = new ArrayList<>();
    private final List<@Nullable String> purpose = new ArrayList<>();
    private final List<@Nullable String> region = new ArrayList<>();
    private final List<@Nullable String> approved = new ArrayList<>();

    Rows(int rows) {
      age = new double[rows];
      income = new double[rows];
      score = new double[rows];
      debt = new double[rows];
      amount = new double[rows];
    }

    Table table(String origin) {
      return new Table(
          origin,
          List.of(
              new Column.Numeric("age", age),
              Column.Categorical.of("age_group", ageGroup),
              Column.Categorical.of("group", group),
              new Column.Numeric("income", income),
              new Column.Numeric("credit_score", score),
              new Column.Numeric("debt_ratio", debt),
              Column.Categorical.of("employment", employment),
              new Column.Numeric("loan_amount", amount),
              Column.Categorical.of("purpose", purpose),
              Column.Categorical.of("region", region),
              Column.Categorical.of("approved", approved)),
          age.length);
    }
  }
}
