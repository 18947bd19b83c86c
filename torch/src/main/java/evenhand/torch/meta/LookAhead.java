package evenhand.torch.meta;

import evenhand.data.Groups;
import evenhand.loss.RowLoss;
import evenhand.torch.Network;
import evenhand.torch.Optimizer;
import evenhand.torch.RowGradients;
import evenhand.torch.Torch;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * One step that is yet to be taken: what trusted rows would say of it, and how much each of its
 * rows would help them. With θ' the parameters it would lead to, row i helps a goal by ⟨slope of
 * the goal at θ', gradient of row i at θ⟩: minus {@link #reach} times that is the goal's slope by
 * the row's weight, exactly, since the imagined step is linear in the weights.
 */
final class LookAhead {

  /**
   * What a step is made of.
   *
   * @param theta float [P]
   * @param optimizer that will take it
   * @param rate of this step
   * @param mode of passes over the step's rows
   * @param trustedMode of passes over trusted rows
   * @param kind of the imagined step
   */
  record Place(
      Network network,
      Tensor theta,
      Optimizer optimizer,
      double rate,
      Network.Mode mode,
      Network.Mode trustedMode,
      MetaOptions.Imagined kind) {}

  private final Place place;
  private final Rows rows;
  private final RowGradients gradients;
  private final Supplier<Trusted> drawn;
  private @Nullable Trusted trusted;

  /**
   * @param chosen numbers of the rows in the whole training
   * @param labels of those rows
   * @param losses of those rows
   * @param features float [n, d]
   */
  record Rows(int[] chosen, int[] labels, double[] losses, Tensor features) {}

  /**
   * @param examples the trusted rows of this step
   * @param features float [m, d]
   * @param loss of each
   */
  record Trusted(Examples examples, Tensor features, RowLoss loss) {}

  /**
   * @param drawn trusted rows of this step, asked for once at most
   */
  LookAhead(Place place, Rows rows, RowGradients gradients, Supplier<Trusted> drawn) {
    this.place = place;
    this.rows = rows;
    this.gradients = gradients;
    this.drawn = drawn;
  }

  private Trusted trusted() {
    if (trusted == null) {
      trusted = drawn.get();
    }
    return trusted;
  }

  /** Whether the trusted rows were asked. */
  boolean looked() {
    return trusted != null;
  }

  /** The same step on another look at its rows. */
  LookAhead on(RowGradients others) {
    return new LookAhead(place, rows, others, this::trusted);
  }

  /** Numbers of the step's rows in the whole training. */
  int[] chosen() {
    return rows.chosen();
  }

  /** Of the step's rows, with the parameters as they are. */
  double[] losses() {
    return rows.losses();
  }

  /**
   * How far the step looked along moves by a gradient: minus this times a row's help is its slope.
   */
  double reach() {
    return place.kind() == MetaOptions.Imagined.OPTIMIZER
        ? place.rate() * place.optimizer().reach()
        : place.rate();
  }

  /** The cells of group and label among the trusted rows. */
  Groups players() {
    return trusted().examples().cells();
  }

  /** The gradient of the weighted losses, [P]. */
  Tensor sum(double[] weights) {
    return gradients.sum(Torch.like(place.theta(), weights));
  }

  /** How much each row helps a goal, looking from where the step would lead if no row counted. */
  double[] help(Goal goal) {
    return help(unmoved(), goal);
  }

  /**
   * How much each row helps a goal, looking from where the step would lead.
   *
   * @param weights of the imagined step
   * @param sign 1 for a step downhill, -1 for its reverse
   */
  double[] help(double[] weights, Goal goal, double sign) {
    return help(moved(sum(weights), sign), goal);
  }

  /**
   * How much each row helps each player's mean loss, looking from where the step would lead if no
   * row counted.
   *
   * @return shape [K][n]
   */
  double[][] help(Groups players) {
    int count = players.names().size();
    int[] counts = players.counts();
    double[] shares = new double[count * players.size()];
    for (int i = 0; i < players.size(); i++) {
      int player = players.codes()[i];
      shares[player * players.size() + i] = 1.0 / counts[player];
    }
    double[] along = along(unmoved(), logits -> own(logits).slopes(), shares, count);
    double[][] help = new double[count][rows.chosen().length];
    for (int i = 0; i < rows.chosen().length; i++) {
      for (int k = 0; k < count; k++) {
        help[k][i] = along[i * count + k];
      }
    }
    return help;
  }

  private RowLoss.Evaluated own(double[] logits) {
    return trusted().loss().on(trusted().examples().labels(), logits);
  }

  /**
   * @param ahead where the trusted rows are asked
   * @param slopes from their logits to the slopes by them
   * @param shares of the trusted rows in each sum of gradients, shape [K · m]
   * @return of each row its gradient's inner products with the sums, shape [n · K]
   */
  private double[] along(Tensor ahead, UnaryOperator<double[]> slopes, double[] shares, int sums) {
    RowGradients each =
        new RowGradients(place.network(), ahead, trusted().features(), place.trustedMode(), slopes);
    return Torch.read(gradients.along(each, Torch.like(place.theta(), shares).view(sums, -1)));
  }

  private double[] help(Tensor ahead, Goal goal) {
    double[] ones = new double[trusted().examples().size()];
    Arrays.fill(ones, 1);
    return along(
        ahead, logits -> goal.on(trusted().examples(), logits, trusted().loss()).slope(), ones, 1);
  }

  /** Where the step would lead if no row counted. */
  private Tensor unmoved() {
    return moved(place.theta().new_zeros(place.theta().size(0)), 1);
  }

  /** Where a step with this gradient would lead, times a sign. */
  private Tensor moved(Tensor gradient, double sign) {
    return switch (place.kind()) {
      case PLAIN -> place.theta().detach().sub(gradient.mul(new Scalar(sign * place.rate())));
      case OPTIMIZER -> place.optimizer().imagined(gradient.mul(new Scalar(sign)), place.rate());
    };
  }

  /**
   * The goal's slope by each row's weight through several imagined steps, or where a weight is
   * applied to the logits, by differentiating twice. The imagined steps are plain ones.
   *
   * @param weights of the imagined steps, shape [n]
   * @param sign 1 for steps downhill, -1 for their reverse
   */
  double[] unrolled(double[] weights, Goal goal, Forml.Meaning meaning, double sign, int steps) {
    Unrolled imagined =
        new Unrolled(place.network(), place.theta(), sign * place.rate(), steps, meaning);
    return imagined.slope(place, rows, weights, trusted(), goal);
  }

  /** The gradient of the mean loss where each row's logits are multiplied by n times its weight. */
  Tensor gradientOfScaledLogits(double[] weights) {
    Tensor theta = place.theta().detach().requires_grad_(true);
    Tensor output = place.network().forward(theta, rows.features(), place.mode());
    return Torch.backward(
        Unrolled.objective(
            output, rows.labels(), Torch.like(place.theta(), weights), Forml.Meaning.LOGITS),
        new double[] {1},
        theta);
  }
}
