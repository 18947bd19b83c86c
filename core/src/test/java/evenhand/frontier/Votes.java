package evenhand.frontier;

import evenhand.audit.BinaryOutcomes;
import evenhand.data.Groups;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Made-up decisions on made-up rows of two groups. */
record Votes(int[] labels, Groups groups, double[] decisions, double[] scores) {

  /** Group b is accepted less often, whatever its label. */
  static Votes random(long seed, int rows) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] labels = new int[rows];
    int[] codes = new int[rows];
    double[] scores = new double[rows];
    double[] decisions = new double[rows];
    for (int i = 0; i < rows; i++) {
      codes[i] = random.nextInt(2);
      labels[i] = random.nextInt(2);
      scores[i] = (random.nextDouble() + (labels[i] == 1 ? 1 : 0.5) - 0.3 * codes[i] + 0.3) / 2.3;
      decisions[i] = scores[i] >= 0.5 ? 1 : 0;
    }
    return new Votes(labels, new Groups("sex", List.of("a", "b"), codes), decisions, scores);
  }

  /** Another candidate on the same rows, which decides otherwise on some of them. */
  Votes with(double share, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] other = decisions.clone();
    for (int i = 0; i < other.length; i++) {
      other[i] = random.nextDouble() < share ? 1 - other[i] : other[i];
    }
    return new Votes(labels, groups, other, scores);
  }

  BinaryOutcomes outcomes() {
    return BinaryOutcomes.of(labels).withDecisions(decisions).withScores(scores);
  }

  /** Of all rows, label y and decision d at 2y + d. */
  double[] cells() {
    double[] cells = new double[4];
    for (int i = 0; i < labels.length; i++) {
      cells[2 * labels[i] + (int) decisions[i]]++;
    }
    return cells;
  }

  /** All of them as paired rows. */
  static PairedRows paired(Axes axes, List<Votes> candidates) {
    PairedRows rows =
        new PairedRows(axes, candidates.get(0).outcomes(), List.of(candidates.get(0).groups()));
    candidates.forEach(
        each -> rows.add(PairedRows.bits(each.decisions()), Optional.of(each.scores())));
    return rows;
  }
}
