package evenhand.torch.meta;

import evenhand.data.Groups;
import evenhand.gradient.Aggregation;
import evenhand.gradient.GradientAggregator;
import evenhand.gradient.Gramian;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * First the cells of group and label bargain over the rows' weights, then the weights pursue a
 * goal. The bargain is over how much each row helps each cell: vectors with an entry a row, of
 * which an aggregator sees the inner products. Where a bargain fails, the step pursues the goal.
 *
 * <p>Zeng et al., "Fairness-aware meta-learning via Nash bargaining", NeurIPS 2024, algorithm 1.
 *
 * @param aggregator of the bargain, usually {@link evenhand.gradient.NashBargaining}
 * @param epochs of bargaining, ≥ 0
 * @param goal afterwards
 * @param normalization of the weights
 * @param watch whether conflicts are counted after bargaining too, for the price of the bargain
 */
public record NashBargain(
    GradientAggregator aggregator, int epochs, Goal goal, Normalization normalization, Watch watch)
    implements RowWeighing {

  /** When conflicts are counted. */
  public enum Watch {
    BARGAINING,
    ALWAYS
  }

  @Override
  public RowWeights on(int rows, long seed) {
    return new Bargain(new SplittableRandom(seed));
  }

  private final class Bargain implements RowWeights {

    private final SplittableRandom random;
    private int epoch;
    private int steps;
    private int watched;
    private int failed;
    private int aligned;
    private int alignedClipped;

    Bargain(SplittableRandom random) {
      this.random = random;
    }

    @Override
    public void beforeEpoch(int next) {
      epoch = next;
      steps = 0;
      watched = 0;
      failed = 0;
      aligned = 0;
      alignedClipped = 0;
    }

    @Override
    public double[] weights(LookAhead step) {
      steps++;
      boolean bargaining = epoch <= epochs;
      if (!bargaining && watch == Watch.BARGAINING) {
        return normalization.weights(step.help(goal));
      }
      Groups players = step.players();
      double[][] help = step.help(players);
      double[] together = bargaining ? agreed(help) : new double[0];
      if (together.length == 0) {
        together = step.help(goal);
      }
      double[] weights = normalization.weights(together);
      watched++;
      aligned += helpsAll(help, together) ? 1 : 0;
      alignedClipped += helpsAll(help, weights) ? 1 : 0;
      return weights;
    }

    /**
     * @param help shape [K][n]
     * @return what they agree on, shape [n]; empty where they do not
     */
    private double[] agreed(double[][] help) {
      if (!(aggregator.weigh(Gramian.of(help), random) instanceof Aggregation.Agreed agreement)) {
        failed++;
        return new double[0];
      }
      double[] sum = new double[help[0].length];
      for (int k = 0; k < help.length; k++) {
        for (int i = 0; i < sum.length; i++) {
          sum[i] += agreement.weights()[k] * help[k][i];
        }
      }
      return sum;
    }

    private static boolean helpsAll(double[][] help, double[] weights) {
      for (double[] player : help) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
          sum += player[i] * weights[i];
        }
        if (sum <= 0) {
          return false;
        }
      }
      return true;
    }

    @Override
    public Map<String, Double> evidence() {
      Map<String, Double> shares = new LinkedHashMap<>();
      if (epoch <= epochs && steps > 0) {
        shares.put("bargains failed", (double) failed / steps);
      }
      if (watched > 0) {
        shares.put("steps aligned", (double) aligned / watched);
        shares.put("steps aligned after clipping", (double) alignedClipped / watched);
      }
      return shares;
    }
  }
}
