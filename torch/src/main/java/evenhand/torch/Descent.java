package evenhand.torch;

import evenhand.data.Matrix;
import evenhand.loss.Batch;
import evenhand.loss.Loss;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Generator;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Trains a network by steps on batches. A step is one forward pass, a {@link Loss} in plain Java
 * from the logits to their slope, one backward pass of that slope, and one step of an optimiser.
 */
final class Descent implements AutoCloseable {

  /** Rows of one forward pass without a tape. */
  private static final int CHUNK = 4096;

  private final Network network;
  private final Matrix features;
  private final Batch rows;
  private final MlpOptions options;
  private final SplittableRandom random;
  private final PointerScope scope;
  private final Tensor theta;
  private final Optimizer optimizer;
  private final Network.Mode training;
  private final float[] row;
  private boolean stopped;

  /**
   * @param features of the rows, shape [n, network.columns()]
   * @param rows labels, weights and groups of the same n rows
   */
  Descent(Network network, Matrix features, Batch rows, MlpOptions options, long seed) {
    Torch.load();
    this.network = network;
    this.features = features;
    this.rows = rows;
    this.options = options;
    this.random = new SplittableRandom(seed);
    this.scope = new PointerScope();
    this.theta = Torch.floats(network.initial(random.nextLong()), network.parameters());
    this.theta.requires_grad_(true);
    this.optimizer = Optimizer.of(options, theta);
    Generator dropout = torch.createCPUGenerator(random.nextLong());
    this.training = new Network.Mode.Training(dropout);
    this.row = new float[network.columns()];
  }

  /** What a step makes small; may change from step to step. */
  @FunctionalInterface
  interface Objective {

    /**
     * @param chosen the rows of the batch
     * @param progress of the training, in [0, 1)
     */
    Loss.Evaluated on(int[] chosen, Batch batch, double[] logits, double progress);
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
    int[][] batches = new Batches(rows, options.batch()).of(random.split());
    int steps = batches.length * options.epochs();
    int step = 0;
    for (int epoch = 0; epoch < options.epochs() && !stopped; epoch++) {
      for (int[] chosen : batches) {
        if (Thread.interrupted()) {
          throw new java.util.concurrent.CancellationException("training was interrupted");
        }
        step(chosen, gradient, (double) step / steps);
        step++;
      }
      after.done(epoch + 1, this);
      batches = new Batches(rows, options.batch()).of(random.split());
    }
    return theta();
  }

  /** No further pass. */
  void stop() {
    stopped = true;
  }

  private void step(int[] chosen, Gradient gradient, double progress) {
    try (PointerScope ignored = new PointerScope()) {
      Step here = new Step(theta, input(chosen), training, chosen, rows.select(chosen), progress);
      Tensor slope = clipped(gradient.of(here));
      optimizer.step(slope, options.rate() * options.stepping().schedule().at(progress));
    }
  }

  private Tensor clipped(Tensor gradient) {
    OptionalDouble clip = options.stepping().clip();
    if (clip.isEmpty()) {
      return gradient;
    }
    double norm = Torch.norm(gradient);
    return norm <= clip.getAsDouble()
        ? gradient
        : gradient.mul(new Scalar(clip.getAsDouble() / norm));
  }

  private Tensor input(int[] chosen) {
    float[] values = new float[chosen.length * row.length];
    for (int i = 0; i < chosen.length; i++) {
      features.copyRow(chosen[i], row);
      System.arraycopy(row, 0, values, i * row.length, row.length);
    }
    return Torch.floats(values, chosen.length, row.length);
  }

  /** Logits of other rows with the parameters as they are now, without dropout. */
  double[] logits(Matrix others) {
    double[] all = new double[others.rows()];
    for (int from = 0; from < all.length; from += CHUNK) {
      int count = Math.min(CHUNK, all.length - from);
      float[] values = new float[count * row.length];
      for (int i = 0; i < count; i++) {
        others.copyRow(from + i, row);
        System.arraycopy(row, 0, values, i * row.length, row.length);
      }
      try (PointerScope ignored = new PointerScope();
          NoGradGuard noTape = new NoGradGuard()) {
        Tensor output =
            network.forward(
                theta, Torch.floats(values, count, row.length), new Network.Mode.Scoring());
        float[] read = new float[count];
        Torch.read(output.contiguous(), read);
        for (int i = 0; i < count; i++) {
          all[from + i] = read[i];
        }
      }
    }
    return all;
  }

  /** A copy of the parameters as they are now. */
  float[] theta() {
    float[] copy = new float[network.parameters()];
    try (PointerScope ignored = new PointerScope()) {
      Torch.read(theta.detach(), copy);
    }
    return copy;
  }

  @Override
  public void close() {
    scope.close();
  }
}
