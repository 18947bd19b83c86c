package evenhand.threshold;

/** The thresholds that everyone shares: one walk down the scores tries them all. */
final class SharedChoices implements Choices {

  private final RocCurve curve;

  /** 2c + y of every row, by decreasing score. */
  private final int[] slots;

  private final double[] weights;

  /** Rows accepted at each point of the curve. */
  private final int[] ends;

  private final double[] totals;

  SharedChoices(JointCells cells) {
    JointCells.Sorted sorted = cells.sorted();
    double[] scores = sorted.scores();
    int n = scores.length;
    this.slots = sorted.slots();
    this.weights = sorted.weights();
    this.totals = cells.totals();
    this.curve = RocCurve.of(sorted);
    this.ends = new int[curve.last() + 1];
    for (int i = 0, point = 0; i < n; i++) {
      if (i + 1 == n || scores[i + 1] != scores[i]) {
        ends[++point] = i + 1;
      }
    }
  }

  @Override
  public RocCurve curve() {
    return curve;
  }

  /** Sees the accepted shares of every point in turn; the array is the walk's own. */
  interface Visitor {
    void see(int point, double[] shares);
  }

  void walk(Visitor visitor) {
    double[] accepted = new double[totals.length];
    double[] shares = new double[totals.length];
    visitor.see(0, shares);
    for (int point = 1; point < ends.length; point++) {
      for (int i = ends[point - 1]; i < ends[point]; i++) {
        accepted[slots[i]] += weights[i];
        shares[slots[i]] = share(slots[i], accepted[slots[i]]);
      }
      visitor.see(point, point == curve.last() ? at(point).shares() : shares);
    }
  }

  @Override
  public Choice best(double[] gains) {
    double[] perWeight = new double[gains.length];
    for (int slot = 0; slot < gains.length; slot++) {
      perWeight[slot] = totals[slot] == 0 ? 0 : gains[slot] / totals[slot];
    }
    int best = 0;
    double most = 0;
    double gain = 0;
    for (int point = 1; point < ends.length; point++) {
      for (int i = ends[point - 1]; i < ends[point]; i++) {
        gain += weights[i] * perWeight[slots[i]];
      }
      if (gain > most) {
        most = gain;
        best = point;
      }
    }
    return at(best);
  }

  @Override
  public Choice at(int point) {
    double[] shares = new double[totals.length];
    for (int i = 0; i < ends[point]; i++) {
      shares[slots[i]] += weights[i];
    }
    for (int slot = 0; slot < shares.length; slot++) {
      shares[slot] = point == curve.last() && totals[slot] > 0 ? 1 : share(slot, shares[slot]);
    }
    return new Choice(point, shares);
  }

  private double share(int slot, double accepted) {
    return totals[slot] == 0 ? 0 : Math.min(1, accepted / totals[slot]);
  }
}
