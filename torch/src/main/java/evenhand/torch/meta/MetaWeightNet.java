package evenhand.torch.meta;

import evenhand.loss.ArrayAdam;
import java.util.SplittableRandom;

/**
 * A small network from a row's loss to its weight, itself trained to make trusted rows' loss small
 * through an imagined step.
 *
 * <p>Shu et al., "Meta-Weight-Net", NeurIPS 2019, algorithm 1: one hidden layer, a sigmoid at the
 * end, Adam.
 *
 * @param goal on trusted rows; the paper's is the mean
 * @param hidden units, ≥ 1
 * @param rate of Adam, &gt; 0
 * @param decay of its weights, added to their gradient, ≥ 0
 */
public record MetaWeightNet(Goal goal, int hidden, double rate, double decay)
    implements RowWeighing {

  /** 100 units, 1e-3, 1e-4: the authors' code. */
  public static MetaWeightNet published(Goal goal) {
    return new MetaWeightNet(goal, 100, 1e-3, 1e-4);
  }

  @Override
  public RowWeights on(int rows, long seed) {
    return new Weigher(new Curve(hidden, seed));
  }

  private final class Weigher implements RowWeights {

    private final Curve curve;
    private final ArrayAdam adam;

    Weigher(Curve curve) {
      this.curve = curve;
      this.adam = new ArrayAdam(curve.parameters(), rate);
    }

    @Override
    public double[] weights(LookAhead step) {
      double[] before = scaled(curve.of(step.losses()), 1.0 / step.losses().length);
      double[] help = step.help(before, goal, 1);
      double[] byWeight = scaled(help, -step.reach() / help.length);
      descend(curve.slope(step.losses(), byWeight));
      return scaled(curve.of(step.losses()), 1.0 / step.losses().length);
    }

    private void descend(double[] slope) {
      for (int p = 0; p < slope.length; p++) {
        slope[p] += decay * curve.parameters()[p];
      }
      adam.step(slope);
    }

    private static double[] scaled(double[] values, double factor) {
      return java.util.Arrays.stream(values).map(value -> value * factor).toArray();
    }
  }

  /**
   * A function of one number by a hidden layer of rectifiers, into (0, 1).
   *
   * @param hidden units
   * @param parameters weights in, biases, weights out, one bias; shape [3 · hidden + 1]
   */
  record Curve(int hidden, double[] parameters) {

    /** Begins as PyTorch's linear layers do. */
    Curve(int hidden, long seed) {
      this(hidden, new double[3 * hidden + 1]);
      SplittableRandom random = new SplittableRandom(seed);
      double reach = 1 / Math.sqrt(hidden);
      for (int p = 0; p < parameters.length; p++) {
        parameters[p] =
            p < 2 * hidden ? random.nextDouble(-1, 1) : random.nextDouble(-reach, reach);
      }
    }

    double[] of(double[] inputs) {
      double[] out = new double[inputs.length];
      for (int i = 0; i < out.length; i++) {
        double sum = parameters[3 * hidden];
        for (int h = 0; h < hidden; h++) {
          double unit = parameters[h] * inputs[i] + parameters[hidden + h];
          sum += unit > 0 ? unit * parameters[2 * hidden + h] : 0;
        }
        out[i] = evenhand.learner.Sigmoid.of(sum);
      }
      return out;
    }

    /**
     * @param pulls slope of a number by each output
     * @return its slope by each parameter
     */
    double[] slope(double[] inputs, double[] pulls) {
      double[] outputs = of(inputs);
      double[] slope = new double[parameters.length];
      for (int i = 0; i < inputs.length; i++) {
        double pull = pulls[i] * outputs[i] * (1 - outputs[i]);
        slope[3 * hidden] += pull;
        for (int h = 0; h < hidden; h++) {
          double unit = parameters[h] * inputs[i] + parameters[hidden + h];
          if (unit > 0) {
            slope[2 * hidden + h] += pull * unit;
            slope[h] += pull * parameters[2 * hidden + h] * inputs[i];
            slope[hidden + h] += pull * parameters[2 * hidden + h];
          }
        }
      }
      return slope;
    }
  }
}
