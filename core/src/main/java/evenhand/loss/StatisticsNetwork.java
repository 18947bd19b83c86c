package evenhand.loss;

import evenhand.learner.Sigmoid;
import java.util.SplittableRandom;

/**
 * A function T of a number and a group: one hidden layer of hyperbolic tangents that the groups
 * share, and one output for each group. Its parameters are those it was made with, unless someone
 * moves them.
 */
final class StatisticsNetwork {

  private final int hidden;
  private final int groups;
  private final double[] theta;

  /** Each weight as {@code torch.nn.Linear} begins. */
  StatisticsNetwork(int hidden, int groups, SplittableRandom random) {
    this.hidden = hidden;
    this.groups = groups;
    this.theta = new double[2 * hidden + groups * (hidden + 1)];
    double bound = 1 / Math.sqrt(hidden);
    for (int p = 0; p < theta.length; p++) {
      theta[p] = p < 2 * hidden ? random.nextDouble(-1, 1) : random.nextDouble(-bound, bound);
    }
  }

  /** Inputs' weights [hidden], biases [hidden], then of each group weights [hidden] and a bias. */
  double[] theta() {
    return theta;
  }

  private int output(int group) {
    return 2 * hidden + group * (hidden + 1);
  }

  /**
   * @param inputs shape [n]
   */
  Pass on(double[] inputs) {
    double[][] signals = new double[inputs.length][hidden];
    double[][] values = new double[inputs.length][groups];
    for (int i = 0; i < inputs.length; i++) {
      for (int h = 0; h < hidden; h++) {
        signals[i][h] = 2 * Sigmoid.of(2 * (theta[h] * inputs[i] + theta[hidden + h])) - 1;
      }
      for (int g = 0; g < groups; g++) {
        int at = output(g);
        double value = theta[at + hidden];
        for (int h = 0; h < hidden; h++) {
          value += theta[at + h] * signals[i][h];
        }
        values[i][g] = value;
      }
    }
    return new Pass(inputs, signals, values);
  }

  /** What came out, and the way back to the parameters and inputs. */
  final class Pass {

    private final double[] inputs;
    private final double[][] signals;
    private final double[][] values;

    private Pass(double[] inputs, double[][] signals, double[][] values) {
      this.inputs = inputs;
      this.signals = signals;
      this.values = values;
    }

    /** T of every input with every group, shape [n][k]. */
    double[][] values() {
      return values;
    }

    /**
     * @param slopes ∂f/∂T of a function f, shape [n][k]
     * @return ∂f/∂θ
     */
    double[] byTheta(double[][] slopes) {
      double[] gradient = new double[theta.length];
      for (int i = 0; i < inputs.length; i++) {
        for (int g = 0; g < groups; g++) {
          int at = output(g);
          gradient[at + hidden] += slopes[i][g];
          for (int h = 0; h < hidden; h++) {
            gradient[at + h] += slopes[i][g] * signals[i][h];
          }
        }
        for (int h = 0; h < hidden; h++) {
          double back = backward(i, h, slopes[i]);
          gradient[h] += back * inputs[i];
          gradient[hidden + h] += back;
        }
      }
      return gradient;
    }

    /** ∂f/∂input, shape [n]. */
    double[] byInput(double[][] slopes) {
      double[] gradient = new double[inputs.length];
      for (int i = 0; i < inputs.length; i++) {
        for (int h = 0; h < hidden; h++) {
          gradient[i] += backward(i, h, slopes[i]) * theta[h];
        }
      }
      return gradient;
    }

    /** ∂f/∂(what enters the tangent h). */
    private double backward(int row, int h, double[] slopes) {
      double back = 0;
      for (int g = 0; g < groups; g++) {
        back += slopes[g] * theta[output(g) + h];
      }
      return back * (1 - signals[row][h] * signals[row][h]);
    }
  }
}
