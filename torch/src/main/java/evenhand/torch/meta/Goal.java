package evenhand.torch.meta;

import evenhand.data.Groups;
import evenhand.loss.Batch;
import evenhand.loss.BoundedGroupLoss;
import evenhand.loss.FairnessLoss;
import evenhand.loss.Loss;
import evenhand.loss.RowLoss;
import java.util.Arrays;
import java.util.List;

/** What the weights of training rows are to make small on trusted rows. */
public sealed interface Goal {

  /**
   * @param rows trusted
   * @param logits shape [n, k]
   * @param loss of each row
   * @return the value, and its slope by every logit, shape [n, k]
   */
  Loss.Evaluated on(Examples rows, double[] logits, RowLoss loss);

  /** The mean loss. */
  record Mean() implements Goal {

    @Override
    public Loss.Evaluated on(Examples rows, double[] logits, RowLoss loss) {
      double[] shares = new double[rows.size()];
      Arrays.fill(shares, 1.0 / rows.size());
      return linear(shares, loss.on(rows.labels(), logits));
    }
  }

  /**
   * The mean losses of groups, made into one number; groups without rows are left out.
   *
   * <p>{@code RANGE} is the MaxLossD and {@code PAIRWISE} the MeanLossD of Yan et al., "FORML",
   * 2022, as far as its text defines them; {@code WORST} that of Meta-gDRO.
   *
   * @param how the groups' losses become one
   */
  record OfGroups(BoundedGroupLoss.How how) implements Goal {

    @Override
    public Loss.Evaluated on(Examples rows, double[] logits, RowLoss loss) {
      RowLoss.Evaluated each = loss.on(rows.labels(), logits);
      Groups groups = rows.groups();
      double[] sums = new double[groups.names().size()];
      int[] counts = groups.counts();
      for (int i = 0; i < rows.size(); i++) {
        sums[groups.codes()[i]] += each.values()[i];
      }
      for (int g = 0; g < sums.length; g++) {
        sums[g] /= counts[g];
      }
      double[] weights = how.weights(sums);
      double[] shares = new double[rows.size()];
      for (int i = 0; i < shares.length; i++) {
        int g = groups.codes()[i];
        shares[i] = weights[g] / counts[g];
      }
      return linear(shares, each);
    }
  }

  /**
   * A parity of the smoothed decisions; of two classes and one logit.
   *
   * @param loss of the groups of these very examples, whatever its attribute is called
   */
  record OfParity(FairnessLoss loss) implements Goal {

    @Override
    public Loss.Evaluated on(Examples rows, double[] logits, RowLoss each) {
      double[] ones = new double[rows.size()];
      Arrays.fill(ones, 1);
      return loss.on(new Batch(rows.labels(), ones, ones, List.of(rows.groups())), logits);
    }
  }

  private static Loss.Evaluated linear(double[] shares, RowLoss.Evaluated each) {
    int outputs = shares.length == 0 ? 1 : each.slopes().length / shares.length;
    double value = 0;
    double[] slope = each.slopes().clone();
    for (int i = 0; i < shares.length; i++) {
      value += shares[i] == 0 ? 0 : shares[i] * each.values()[i];
      for (int c = 0; c < outputs; c++) {
        slope[i * outputs + c] *= shares[i];
      }
    }
    return new Loss.Evaluated(value, slope);
  }
}
