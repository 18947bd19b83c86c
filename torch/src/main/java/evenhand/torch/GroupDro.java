package evenhand.torch;

import evenhand.data.DataException;
import evenhand.data.Groups;
import evenhand.loss.Batch;
import evenhand.loss.CrossEntropy;
import evenhand.loss.Loss;
import evenhand.train.Method;
import java.util.Arrays;

/**
 * Makes the largest loss of a group small: the groups' shares grow exponentially with their losses,
 * and the network descends on the losses so shared.
 *
 * <p>Sagawa et al., "Distributionally robust neural networks for group shifts", ICLR 2020,
 * algorithm 1, with the adjustment of section 3.3.
 *
 * @param rate of the shares, &gt; 0
 * @param adjustment C of C/√(training rows), which is added to a group's loss where shares are
 *     moved, since the loss of a small group is fitted more closely than it holds; ≥ 0
 */
record GroupDro(double rate, double adjustment) implements NetworkMethod.Trainer {

  @Override
  public NetworkMethod.Run on(Method.Task task) {
    if (task.training().groups().isEmpty()) {
      throw new DataException("group-dro needs groups; name the group columns with --group");
    }
    Groups groups = Groups.cross(task.training().groups());
    double[] shares = new double[groups.names().size()];
    Arrays.fill(shares, 1.0 / shares.length);
    double[] margins =
        Arrays.stream(groups.counts())
            .mapToDouble(n -> n == 0 ? 0 : adjustment / Math.sqrt(n))
            .toArray();
    return (chosen, batch, logits, progress) ->
        step(groups.select(chosen), batch, logits, new Shares(shares, margins));
  }

  /**
   * @param current of the groups, shape [k], moved by every step
   * @param margins added to their losses, shape [k]
   */
  private record Shares(double[] current, double[] margins) {}

  private Loss.Evaluated step(Groups groups, Batch batch, double[] logits, Shares shares) {
    double[] current = shares.current();
    int[] counts = groups.counts();
    CrossEntropy loss = new CrossEntropy();
    Loss.Evaluated[] own = new Loss.Evaluated[current.length];
    for (int g = 0; g < own.length; g++) {
      own[g] = loss.on(only(batch, groups, g), logits);
      double margin = counts[g] == 0 ? 0 : shares.margins()[g];
      current[g] *= StrictMath.exp(rate * (own[g].value() + margin));
    }
    double all = Arrays.stream(current).sum();
    Loss.Evaluated sum = Loss.Evaluated.nothing(logits.length);
    for (int g = 0; g < own.length; g++) {
      current[g] /= all;
      sum = sum.plus(own[g], current[g]);
    }
    return sum;
  }

  private static Batch only(Batch batch, Groups groups, int group) {
    return batch.counting(i -> groups.codes()[i] == group);
  }
}
