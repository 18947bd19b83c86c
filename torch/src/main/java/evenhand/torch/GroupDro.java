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
 * algorithm 1.
 *
 * @param rate of the shares, &gt; 0
 */
record GroupDro(double rate) implements NetworkMethod.Trainer {

  @Override
  public NetworkMethod.Run on(Method.Task task) {
    if (task.training().groups().isEmpty()) {
      throw new DataException("group-dro needs groups; name the group columns with --group");
    }
    Groups groups = Groups.cross(task.training().groups());
    double[] shares = new double[groups.names().size()];
    Arrays.fill(shares, 1.0 / shares.length);
    return (chosen, batch, logits, progress) -> step(groups.select(chosen), batch, logits, shares);
  }

  private Loss.Evaluated step(Groups groups, Batch batch, double[] logits, double[] shares) {
    int k = shares.length;
    CrossEntropy loss = new CrossEntropy();
    Loss.Evaluated[] own = new Loss.Evaluated[k];
    for (int g = 0; g < k; g++) {
      own[g] = loss.on(only(batch, groups, g), logits);
      shares[g] *= StrictMath.exp(rate * own[g].value());
    }
    double all = Arrays.stream(shares).sum();
    Loss.Evaluated sum = Loss.Evaluated.nothing(logits.length);
    for (int g = 0; g < k; g++) {
      shares[g] /= all;
      sum = sum.plus(own[g], shares[g]);
    }
    return sum;
  }

  private static Batch only(Batch batch, Groups groups, int group) {
    return batch.counting(i -> groups.codes()[i] == group);
  }
}
