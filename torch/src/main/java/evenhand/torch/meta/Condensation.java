package evenhand.torch.meta;

import evenhand.data.DataException;
import evenhand.data.Sample;
import evenhand.train.Condensed;
import evenhand.train.Method;
import evenhand.train.ProgressListener;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Drops the rows that contribute least to a training under weights that trusted rows choose.
 *
 * <p>Yan et al., "FORML: Learning to reweight data for fairness", 2022, section 4.2: those with the
 * lowest moving average of weight times loss.
 */
public final class Condensation {

  private final MetaMethod method;
  private final double share;

  /**
   * @param name of the method, one of {@link MetaMethods#NAMES}
   * @param options of the method, by name
   * @param share of the weighed rows that goes, in [0, 1)
   * @throws DataException for a name or option there is not, or a value out of its range
   */
  public Condensation(String name, Map<String, String> options, double share) {
    if (!MetaMethods.NAMES.contains(name)) {
      throw new DataException(
          "the method %s learns no weights to condense by; the methods that do are %s"
              .formatted(name, String.join(", ", MetaMethods.NAMES)));
    }
    if (!(share >= 0 && share < 1)) {
      throw new DataException("the share to drop must be in [0, 1), was " + share);
    }
    this.method = MetaMethods.method(name, options);
    if (method.aim() == Aim.PARITY) {
      throw new DataException(
          "condensing has no requirement, and so no goal parity; the others are mean, worst-group, loss-gap and mean-loss-gap");
    }
    this.share = share;
  }

  /**
   * @param task without trusted rows of its own, a part of its training rows is trusted, and kept
   * @return one entry a training row
   */
  public Condensed on(Method.Task task, ProgressListener listener) {
    MetaMethod.Parted parted = method.parted(task);
    RowHistory history = new RowHistory(parted.training().size(), RowHistory.KEEP);
    method.fit(parted, method.options(task), task, history, listener);
    int[] weighed = weighed(task);
    Condensed.Worth[] worth = worth(history);
    Condensed.Row[] rows = new Condensed.Row[task.training().size()];
    Arrays.fill(rows, new Condensed.Row(true, Optional.empty()));
    for (int i = 0; i < weighed.length; i++) {
      rows[weighed[i]] = new Condensed.Row(false, Optional.of(worth[i]));
    }
    for (int i : history.kept(share)) {
      rows[weighed[i]] = new Condensed.Row(true, Optional.of(worth[i]));
    }
    return new Condensed(List.of(rows), configuration(task));
  }

  private static Condensed.Worth[] worth(RowHistory history) {
    float[] weights = history.weights();
    float[] contributions = history.contributions();
    int[] forgotten = history.forgettingEvents();
    Condensed.Worth[] worth = new Condensed.Worth[weights.length];
    Arrays.setAll(worth, i -> new Condensed.Worth(weights[i], contributions[i], forgotten[i]));
    return worth;
  }

  /** The rows of a task that {@link MetaMethod#parted} leaves to learn from. */
  private int[] weighed(Method.Task task) {
    Sample training = task.training();
    return task.trusted().isPresent()
        ? IntStream.range(0, training.size()).toArray()
        : method.split(training, task.seed()).training();
  }

  private Map<String, String> configuration(Method.Task task) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("method", method.name());
    all.put("share", Double.toString(share));
    method.configuration().forEach((name, value) -> all.put("method " + name, value));
    task.learner().configuration().forEach((name, value) -> all.put("learner " + name, value));
    all.put("moving average keeps", Double.toString(RowHistory.KEEP));
    all.put("seed", Long.toString(task.seed()));
    return all;
  }
}
