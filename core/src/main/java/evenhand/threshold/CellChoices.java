package evenhand.threshold;

/** The thresholds of one cell. What gains most lies on the convex hull of its curve. */
final class CellChoices implements Choices {

  private final RocCurve curve;
  private final int[] hull;
  private final int cell;
  private final double[] totals;

  /**
   * @param totals weight by slot, shape [2k]
   */
  CellChoices(RocCurve curve, int cell, double[] totals) {
    this.curve = curve;
    this.hull = curve.hull();
    this.cell = cell;
    this.totals = totals;
  }

  @Override
  public RocCurve curve() {
    return curve;
  }

  int cell() {
    return cell;
  }

  /** Accepted share of the cell's rows of a label; 0 where there are none. */
  double share(int point, int label) {
    double total = totals[2 * cell + label];
    double accepted = (label == 1 ? curve.positives() : curve.negatives())[point];
    return point == curve.last() && total > 0 ? 1 : total == 0 ? 0 : accepted / total;
  }

  /** Weight of the cell's rows with label y and decision d at 2y + d, shape [4]. */
  double[] cells(int point) {
    double[] four = new double[4];
    for (int label = 0; label <= 1; label++) {
      double total = totals[2 * cell + label];
      four[2 * label + 1] = total * share(point, label);
      four[2 * label] = total - four[2 * label + 1];
    }
    return four;
  }

  @Override
  public Choice best(double[] gains) {
    int best = 0;
    double most = Double.NEGATIVE_INFINITY;
    for (int point : hull) {
      double gain = gains[2 * cell] * share(point, 0) + gains[2 * cell + 1] * share(point, 1);
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
    shares[2 * cell] = share(point, 0);
    shares[2 * cell + 1] = share(point, 1);
    return new Choice(point, shares);
  }
}
