package evenhand.torch.meta;

import evenhand.data.Matrix;
import evenhand.loss.RowLoss;
import evenhand.torch.Augmentation;
import evenhand.torch.DropoutMasks;
import evenhand.torch.Network;
import evenhand.torch.Optimizer;
import evenhand.torch.Patience;
import evenhand.torch.RowGradients;
import evenhand.torch.Rows;
import evenhand.torch.Torch;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;

/**
 * One training of a network under weights that trusted rows choose. A step is one forward pass over
 * its rows, one backward pass of their signal, what the trusted rows say, and a weighted sum.
 */
public final class MetaTraining implements Patience.Training, AutoCloseable {

  /** Rows of one forward pass without a tape. */
  private static final int CHUNK = 2048;

  private final Network network;
  private final Examples training;
  private final Examples trusted;
  private final MetaOptions options;
  private final Dealing dealing;
  private final RowWeights weights;
  private final SplittableRandom random;
  private final Augmentation augmentation;
  private final SplittableRandom changes;
  private final TrustedRows draws;
  private final PointerScope scope;
  private final Tensor theta;
  private final Optimizer optimizer;
  private final Network.Mode mode;
  private final Network.Mode trustedMode;
  private final Rows features;
  private final Rows trustedFeatures;
  private final Optional<Tensor> wholeTrusted;
  private boolean stopped;

  /**
   * @param training rows to learn from
   * @param trusted rows to please; not among the training rows
   */
  public MetaTraining(
      Network network, Examples training, Examples trusted, MetaOptions options, Plan plan) {
    Torch.load();
    this.network = network;
    this.training = training;
    this.trusted = trusted;
    this.options = options;
    this.dealing = plan.dealing();
    this.random = new SplittableRandom(plan.seed());
    this.augmentation = plan.augmentation();
    this.changes = new SplittableRandom(~plan.seed());
    this.weights = plan.weighing().on(training.size(), random.nextLong());
    this.draws = new TrustedRows(trusted, options.trusted().batch(), options.trusted().least());
    this.scope = new PointerScope();
    this.theta = Torch.floats(network.initial(random.nextLong()), network.parameters());
    this.optimizer = Optimizer.of(options.stepping(), options.decay(), theta);
    this.mode = new Network.Mode.Training(new DropoutMasks(random.nextLong()));
    this.trustedMode =
        options.trusted().passes() == MetaOptions.Passes.FRESH ? mode : new Network.Mode.Scoring();
    this.features = Rows.kept(training.features());
    this.trustedFeatures = Rows.kept(trusted.features());
    this.wholeTrusted =
        draws.isWhole()
            ? Optional.of(trustedFeatures.stretch(0, trusted.size()))
            : Optional.empty();
  }

  /**
   * @param weighing what weighs the rows
   * @param dealing of rows into steps
   * @param augmentation of the rows to learn from; trusted rows are seen as they are
   * @param seed of everything random
   */
  public record Plan(RowWeighing weighing, Dealing dealing, Augmentation augmentation, long seed) {

    /** Rows as they are. */
    public Plan(RowWeighing weighing, Dealing dealing, long seed) {
      this(weighing, dealing, Augmentation.NONE, seed);
    }
  }

  /** Sees what each step made of its rows. */
  @FunctionalInterface
  public interface RowListener {

    /**
     * @param chosen numbers of the rows, shape [n]
     * @param weights shape [n]
     * @param losses before the step, shape [n]
     * @param correct whether the largest logit was the label's, before the step
     */
    void stepped(int[] chosen, double[] weights, double[] losses, boolean[] correct);
  }

  /** Sees the network after a pass over the rows. */
  @FunctionalInterface
  public interface AfterEpoch {

    /**
     * @param epoch from 1
     */
    void done(int epoch, MetaTraining here);
  }

  /** All passes, or fewer when {@link #stop} was called after one. */
  public void run(RowListener rows, AfterEpoch after) {
    int done = 0;
    for (int epoch = 1; epoch <= options.epochs() && !stopped; epoch++) {
      weights.beforeEpoch(epoch);
      int[][] batches = dealing.deal(training.size(), options.batch(), random.split());
      for (int[] chosen : batches) {
        if (Thread.interrupted()) {
          throw new java.util.concurrent.CancellationException("training was interrupted");
        }
        double progress = done / ((double) options.epochs() * batches.length);
        step(chosen, options.rate() * options.stepping().schedule().at(progress), rows);
        done++;
      }
      after.done(epoch, this);
    }
  }

  @Override
  public void stop() {
    stopped = true;
  }

  private void step(int[] chosen, double rate, RowListener listener) {
    try (PointerScope ignored = new PointerScope()) {
      Tensor input = changed(features.at(chosen));
      int[] labels = new int[chosen.length];
      for (int i = 0; i < labels.length; i++) {
        labels[i] = training.labels()[chosen[i]];
      }
      Seen seen = new Seen(labels);
      RowGradients gradients = looked(input, seen);
      LookAhead.Rows rows = new LookAhead.Rows(chosen, labels, seen.losses, input);
      LookAhead.Place place =
          new LookAhead.Place(
              network, theta, optimizer, rate, mode, trustedMode, options.trusted().imagined());
      LookAhead step = new LookAhead(place, rows, gradients, this::asked);
      double[] chosenWeights = weights.weights(step);
      listener.stepped(chosen, chosenWeights, seen.losses, seen.correct);
      boolean fresh = options.trusted().passes() == MetaOptions.Passes.FRESH && step.looked();
      LookAhead taken = fresh ? step.on(looked(input, new Seen(labels))) : step;
      optimizer.step(weights.gradient(taken, chosenWeights), rate);
    }
  }

  private RowGradients looked(Tensor input, Seen seen) {
    return new RowGradients(network, theta, input, mode, seen::slopes);
  }

  private LookAhead.Trusted asked() {
    if (wholeTrusted.isPresent()) {
      return new LookAhead.Trusted(trusted, wholeTrusted.get(), options.trusted().loss());
    }
    int[] drawn = draws.draw(random);
    return new LookAhead.Trusted(
        trusted.select(drawn), trustedFeatures.at(drawn), options.trusted().loss());
  }

  private static final class Seen {

    private final int[] labels;
    private double[] losses = new double[0];
    private final boolean[] correct;

    Seen(int[] labels) {
      this.labels = labels;
      this.correct = new boolean[labels.length];
    }

    double[] slopes(double[] logits) {
      RowLoss.Evaluated each = RowLoss.CROSS_ENTROPY.on(labels, logits);
      losses = each.values();
      int[] classes = Predictions.of(logits, labels.length);
      for (int i = 0; i < labels.length; i++) {
        correct[i] = classes[i] == labels[i];
      }
      return each.slopes();
    }
  }

  private Tensor changed(Tensor input) {
    if (augmentation.equals(Augmentation.NONE)) {
      return input;
    }
    float[] values = new float[Math.toIntExact(input.numel())];
    Torch.read(input, values);
    augmentation.change(values, Math.toIntExact(input.size(0)), changes);
    return Torch.floats(values, input.size(0), input.size(1));
  }

  @Override
  public double[] logits(Matrix features) {
    Rows all = Rows.once(features);
    double[] logits = new double[all.count() * network.outputs()];
    for (int from = 0; from < all.count(); from += CHUNK) {
      int count = Math.min(CHUNK, all.count() - from);
      try (PointerScope ignored = new PointerScope();
          NoGradGuard untaped = new NoGradGuard()) {
        double[] part =
            Torch.read(
                network.forward(theta, all.stretch(from, count), new Network.Mode.Scoring()));
        System.arraycopy(part, 0, logits, from * network.outputs(), part.length);
      }
    }
    return logits;
  }

  @Override
  public float[] theta() {
    float[] copy = new float[network.parameters()];
    try (PointerScope ignored = new PointerScope()) {
      Torch.read(theta, copy);
    }
    return copy;
  }

  /** One number a training row, where the weights are made of such. */
  public Optional<float[]> learned() {
    return weights.learned();
  }

  /** What the weights tell of the pass just ended. */
  public Map<String, Double> evidence() {
    return weights.evidence();
  }

  @Override
  public void close() {
    scope.close();
  }
}
