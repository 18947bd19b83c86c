package evenhand.torch;

import evenhand.data.Matrix;
import evenhand.loss.Batch;
import evenhand.loss.Loss;
import java.util.SplittableRandom;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;

/**
 * Trains a network by steps on batches. A step is one forward pass, a {@link Loss} in plain Java
 * from the logits to their slope, one backward pass of that slope, and one step of an optimiser.
 */
final class Descent implements Patience.Training, AutoCloseable {

  /** Rows of one forward pass without a tape. */
  private static final int CHUNK = 4096;

  private final Network network;
  private final Rows features;
  private final Batch rows;
  private final MlpOptions options;
  private final SplittableRandom random;
  private final Torch.Placed placed;
  private final PointerScope scope;
  private final Tensor theta;
  private final Optimizer optimizer;
  private final Network.Mode training;
  private boolean stopped;

  /**
   * @param features of the rows, shape [n, network.columns()]
   * @param rows labels, weights and groups of the same n rows
   */
  Descent(Network network, Matrix features, Batch rows, MlpOptions options, long seed) {
    this.placed = Torch.on(options.device());
    this.network = options.begun(network);
    this.rows = rows;
    this.options = options;
    this.random = new SplittableRandom(seed);
    this.scope = new PointerScope();
    this.features = Rows.kept(features);
    this.theta = Torch.floats(this.network.initial(random.nextLong()), network.parameters());
    this.theta.requires_grad_(true);
    this.optimizer = Optimizer.of(options.stepping(), options.decay(), theta);
    this.training = new Network.Mode.Training(new DropoutMasks(random.nextLong()));
  }

  /** What a step makes small; may change from step to step. */
  @FunctionalInterface
  interface Objective {

    /**
     * @param chosen the rows of the batch
     * @param progress of the training, in [0, 1)
     */
    Loss.Evaluated on(int[] chosen, Batch batch, double[] logits, double progress);

    /** What the cross entropy counts in the last that it gave, ≥ 0. */
    default double lossWeight() {
      return 1;
    }
  }

  /** Called after every pass over the rows. */
  @FunctionalInterface
  interface AfterEpoch {
    void done(int epoch, Descent descent);
  }

  /** From a batch to the gradient of what is made small. */
  @FunctionalInterface
  interface Gradient {

    /** The gradient in all parameters, born in the scope this is called in. */
    Tensor of(Step step);
  }

  /**
   * The place of one step.
   *
   * @param theta float [network.parameters()], on the tape
   * @param features float [n, network.columns()]
   * @param mode training
   * @param chosen the rows of the batch, shape [n]
   * @param batch those rows
   * @param progress of the training, in [0, 1)
   */
  record Step(
      Tensor theta,
      Tensor features,
      Network.Mode mode,
      int[] chosen,
      Batch batch,
      double progress) {}

  /** All passes, on the slopes of an objective. */
  float[] run(Objective objective, AfterEpoch after) {
    return run(new LogitGradient(network, objective), after);
  }

  /**
   * All passes, or fewer when {@link #stop} was called after one.
   *
   * @return the parameters at the end
   */
  float[] run(Gradient gradient, AfterEpoch after) {
    Batches dealer = new Batches(rows, options.batch());
    int[][] batches = dealer.of(random.split());
    int passes = options.passes(rows.size());
    int steps = batches.length * passes;
    int step = 0;
    for (int epoch = 0; epoch < passes && !stopped; epoch++) {
      for (int[] chosen : batches) {
        if (Thread.interrupted()) {
          throw new java.util.concurrent.CancellationException("training was interrupted");
        }
        step(chosen, gradient, (double) step / steps);
        step++;
      }
      after.done(epoch + 1, this);
      batches = dealer.of(random.split());
    }
    return theta();
  }

  @Override
  public void stop() {
    stopped = true;
  }

  private void step(int[] chosen, Gradient gradient, double progress) {
    try (PointerScope ignored = new PointerScope()) {
      Step here =
          new Step(theta, features.at(chosen), training, chosen, rows.select(chosen), progress);
      optimizer.step(
          gradient.of(here), options.rate() * options.stepping().schedule().at(progress));
    }
  }

  /** Logits of the rows it trains on, with the parameters as they are now, without dropout. */
  double[] logits() {
    return logits(features);
  }

  @Override
  public double[] logits(Matrix others) {
    return logits(Rows.once(others));
  }

  private double[] logits(Rows all) {
    double[] logits = new double[all.count()];
    for (int from = 0; from < logits.length; from += CHUNK) {
      int count = Math.min(CHUNK, logits.length - from);
      try (PointerScope ignored = new PointerScope();
          NoGradGuard noTape = new NoGradGuard()) {
        double[] read =
            Torch.read(
                network.forward(theta, all.stretch(from, count), new Network.Mode.Scoring()));
        System.arraycopy(read, 0, logits, from, count);
      }
    }
    return logits;
  }

  @Override
  public float[] theta() {
    float[] copy = new float[network.parameters()];
    try (PointerScope ignored = new PointerScope()) {
      Torch.read(theta.detach(), copy);
    }
    return copy;
  }

  @Override
  public void close() {
    scope.close();
    placed.close();
  }
}
