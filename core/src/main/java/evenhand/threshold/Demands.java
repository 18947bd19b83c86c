package evenhand.threshold;

import evenhand.parity.Condition;
import java.util.List;

/**
 * Everything that is required of the accepted shares.
 *
 * @param linear what can be said by inequalities
 * @param levels parities of precision
 */
record Demands(Inequalities linear, PrecisionLevels levels) {

  /** Of conditions on one attribute each. */
  static Demands of(JointCells cells, List<Condition> conditions) {
    return new Demands(Inequalities.of(cells, conditions), PrecisionLevels.of(cells, conditions));
  }

  /** The largest violation; 0 or less where all hold. */
  double worst(double[] shares) {
    double worst = linear.worst(shares);
    if (levels.size() == 0) {
      return worst;
    }
    double parities = levels.worst(shares);
    return linear.size() == 0 ? parities : Math.max(worst, parities);
  }
}
