package evenhand.torch;

import evenhand.data.DataException;
import evenhand.data.Groups;
import evenhand.data.Sample;
import evenhand.learner.Classifier;
import evenhand.loss.Batch;
import evenhand.loss.CrossEntropy;
import evenhand.loss.Loss;
import evenhand.train.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** One training against an adversary. */
final class AdversarialRun implements NetworkMethod.Run {

  private static final CrossEntropy ACCURACY = new CrossEntropy();

  private final AdversarialTrainer trainer;
  private final Method.Task task;
  private final Sight sight;
  private final List<String> attributes;
  private final Groups groups;
  private final Swings swings;
  private final Map<String, String> search = new LinkedHashMap<>();
  private final List<String> warnings = new ArrayList<>();

  /**
   * @param attributes whose groups, crossed, are to be hidden
   */
  AdversarialRun(
      AdversarialTrainer trainer, Method.Task task, Sight sight, List<String> attributes) {
    this.trainer = trainer;
    this.task = task;
    this.sight = sight;
    this.attributes = List.copyOf(attributes);
    this.groups = crossed(task.training());
    if (groups.names().size() < 2) {
      throw new DataException(
          "adversarial needs two groups of %s at least, the training rows have one"
              .formatted(groups.attribute()));
    }
    this.swings = new Swings(shares(task.training()), FreshAdversary.STEPS);
  }

  private Groups crossed(Sample sample) {
    return Groups.cross(attributes.stream().map(sample::groups).toList());
  }

  /** Of the groups among the rows that count, by weight. */
  private double[] shares(Sample sample) {
    double[] shares = new double[groups.names().size()];
    double total = 0;
    for (int i = 0; i < sample.size(); i++) {
      double weight = sight.counts(sample.labels()[i]) ? sample.parityWeights()[i] : 0;
      shares[groups.codes()[i]] += weight;
      total += weight;
    }
    double all = total;
    return Arrays.stream(shares).map(share -> share / all).toArray();
  }

  /** The predictor's. */
  @Override
  public Loss.Evaluated on(int[] chosen, Batch batch, double[] logits, double progress) {
    return ACCURACY.on(batch, logits);
  }

  /** One forward pass; one backward pass through the adversary, one through the network. */
  @Override
  public Descent.Gradient gradient(Mlp network, Slopes slopes) {
    Adversary adversary =
        new Adversary(
            width(network),
            trainer.widths(),
            groups.names().size(),
            new SplittableRandom(task.seed()).split().nextLong());
    return step -> {
      View.Seen seen = trainer.on().of(network, step.theta(), step.features(), step.mode());
      Loss.Evaluated loss = ACCURACY.on(step.batch(), Torch.read(seen.logits()));
      Tensor shown = seen.shown().detach();
      int width = (int) shown.size(1);
      double[] weights = weights(step.batch());
      Adversary.Told told =
          adversary.step(
              withLabel(shown, step.batch()).requires_grad_(true),
              Arrays.stream(step.chosen()).map(i -> groups.codes()[i]).toArray(),
              weights,
              trainer.rate());
      if (Arrays.stream(weights).anyMatch(each -> each > 0)) {
        swings.saw(told.loss(), step.progress());
      }
      double strength = trainer.strength().at(step.progress());
      boolean first = slopes.isNew();
      slopes.add(loss.value(), -strength * told.loss());
      Parts parts =
          new Parts(
              seen,
              Torch.floats(loss.slope(), loss.slope().length),
              told.slope().narrow(1, 0, width).mul(new Scalar(-strength)));
      return first || trainer.update() == AdversarialTrainer.Update.PROJECTION
          ? apart(parts, step.theta(), slopes, strength)
          : parts.both(step.theta());
    };
  }

  /**
   * Slopes at two places of one forward pass.
   *
   * @param label at the logits
   * @param group at what is shown, reversed and times the strength
   */
  private record Parts(View.Seen seen, Tensor label, Tensor group) {

    Tensor both(Tensor theta) {
      return Torch.backward(
              new TensorVector(seen.logits(), seen.shown()),
              new TensorVector(label, group),
              new TensorVector(theta),
              Torch.Graph.FREED)
          .get(0);
    }

    Tensor ofLabel(Tensor theta) {
      return Torch.backward(seen.logits(), label, theta, Torch.Graph.KEPT);
    }

    Tensor ofGroup(Tensor theta) {
      return Torch.backward(seen.shown(), group, theta, Torch.Graph.FREED);
    }
  }

  /** The two gradients, each on its own way. */
  private Tensor apart(Parts parts, Tensor theta, Slopes slopes, double strength) {
    Tensor predictor = parts.ofLabel(theta);
    Tensor adversary = parts.ofGroup(theta);
    double square = adversary.dot(adversary).item_double();
    if (slopes.isFirst()) {
      slopes.measure(Torch.norm(predictor), Math.sqrt(square));
    }
    if (trainer.update() == AdversarialTrainer.Update.REVERSAL || strength == 0 || square == 0) {
      return predictor.add(adversary);
    }
    double along = predictor.dot(adversary).item_double() / square;
    return predictor.add(adversary, new Scalar(1 - along));
  }

  private int width(Mlp network) {
    return trainer.on().width(network) + (sight == Sight.LABEL ? 1 : 0);
  }

  private Tensor withLabel(Tensor shown, Batch batch) {
    if (sight != Sight.LABEL) {
      return shown;
    }
    double[] labels = Arrays.stream(batch.labels()).asDoubleStream().toArray();
    return torch.cat(new TensorVector(shown, Torch.floats(labels, labels.length, 1)), 1);
  }

  private double[] weights(Batch batch) {
    double[] weights = batch.parityWeights().clone();
    for (int i = 0; i < weights.length; i++) {
      weights[i] = sight.counts(batch.labels()[i]) ? weights[i] : 0;
    }
    return weights;
  }

  @Override
  public Classifier classifier(Mlp network, float[] last) {
    Sample training = task.training();
    Sample unseen = task.validation().orElse(training);
    FreshAdversary fresh = new FreshAdversary(trainer.widths(), task.seed());
    int k = groups.names().size();
    FreshAdversary.Rows seen = rows(network, last, training);
    FreshAdversary.Rows tried = rows(network, last, unseen);
    if (tried.size() > 0) {
      double[] logits = fresh.logits(seen, tried, k);
      search.put("fresh adversary", Recovered.of(logits, tried.groups(), k).toString());
      search.put(
          "by chance",
          sight == Sight.LABEL
              ? fresh.on(onlyLast(seen), onlyLast(tried), k) + " (from the label alone)"
              : String.format(Locale.ROOT, "balanced accuracy %.3f", 1.0 / k)
                  + (k == 2 ? ", AUC 0.500" : ""));
      swings.beside(logits, tried.groups(), tried.weights()).ifPresent(this::told);
    }
    return Classifier.of(network.scorer(last));
  }

  private void told(Swings.Told told) {
    search.put("live adversary", told.toString());
    if (told.isAhead()) {
      warnings.add(told.warning());
    }
  }

  /** What an adversary is shown of a sample. */
  private FreshAdversary.Rows rows(Mlp network, float[] theta, Sample sample) {
    float[] shown = trainer.on().of(network, theta, sample.features());
    int width = trainer.on().width(network);
    int columns = width(network);
    Groups own = crossed(sample).after(groups.names());
    int[] counting =
        IntStream.range(0, sample.size())
            .filter(i -> sight.counts(sample.labels()[i]) && own.codes()[i] < groups.names().size())
            .toArray();
    float[] values = new float[counting.length * columns];
    for (int r = 0; r < counting.length; r++) {
      System.arraycopy(shown, counting[r] * width, values, r * columns, width);
      if (columns > width) {
        values[r * columns + width] = sample.labels()[counting[r]];
      }
    }
    return new FreshAdversary.Rows(
        values,
        columns,
        Arrays.stream(counting).map(i -> own.codes()[i]).toArray(),
        Arrays.stream(counting).mapToDouble(i -> sample.parityWeights()[i]).toArray());
  }

  private static FreshAdversary.Rows onlyLast(FreshAdversary.Rows rows) {
    float[] labels = new float[rows.size()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = rows.shown()[(i + 1) * rows.width() - 1];
    }
    return new FreshAdversary.Rows(labels, 1, rows.groups(), rows.weights());
  }

  @Override
  public List<String> warnings() {
    return warnings;
  }

  @Override
  public Map<String, String> search() {
    return search;
  }
}
