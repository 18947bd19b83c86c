package evenhand.torch;

import evenhand.data.DataException;
import evenhand.data.Groups;
import evenhand.loss.Batch;
import evenhand.loss.CrossEntropy;
import evenhand.loss.Loss;
import evenhand.train.AimedCells;
import evenhand.train.Method;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the largest loss of a cell small: the cells' shares grow exponentially with their losses,
 * and the network descends on the losses so shared.
 *
 * <p>Sagawa et al., "Distributionally robust neural networks for group shifts", ICLR 2020,
 * algorithm 1, with the adjustment of section 3.3; their groups are the cells of attribute and
 * label.
 *
 * @param cells which rows are one
 * @param rate of the shares, &gt; 0
 * @param adjustment C of C/√(training rows), which is added to a cell's loss where shares are
 *     moved, since the loss of a small cell is fitted more closely than it holds; a cell without
 *     rows in a batch has neither loss nor adjustment there; ≥ 0
 */
record GroupDro(AimedCells cells, double rate, double adjustment) implements NetworkMethod.Trainer {

  @Override
  public Optional<AimedCells> aimsAt() {
    return Optional.of(cells);
  }

  @Override
  public NetworkMethod.Run on(Method.Task task) {
    if (task.training().groups().isEmpty()) {
      throw new DataException("group-dro needs groups; name the group columns with --group");
    }
    return new Run(cells.of(task.training()));
  }

  private final class Run implements NetworkMethod.Run {

    private static final CrossEntropy ACCURACY = new CrossEntropy();

    private final Groups all;
    private final double[] shares;
    private final double[] margins;

    Run(Groups all) {
      this.all = all;
      this.shares = new double[all.names().size()];
      Arrays.fill(shares, 1.0 / shares.length);
      this.margins =
          Arrays.stream(all.counts())
              .mapToDouble(n -> n == 0 ? 0 : adjustment / Math.sqrt(n))
              .toArray();
    }

    @Override
    public Loss.Evaluated on(int[] chosen, Batch batch, double[] logits, double progress) {
      Groups here = all.select(chosen);
      int[] counts = here.counts();
      Loss.Evaluated[] own = new Loss.Evaluated[shares.length];
      for (int g = 0; g < own.length; g++) {
        own[g] =
            counts[g] == 0 ? Loss.Evaluated.nothing(logits.length) : of(g, here, batch, logits);
        double margin = counts[g] == 0 ? 0 : margins[g];
        shares[g] *= StrictMath.exp(rate * (own[g].value() + margin));
      }
      double sum = Arrays.stream(shares).sum();
      Loss.Evaluated shared = Loss.Evaluated.nothing(logits.length);
      for (int g = 0; g < own.length; g++) {
        shares[g] /= sum;
        shared = shared.plus(own[g], shares[g]);
      }
      return shared;
    }

    private static Loss.Evaluated of(int cell, Groups here, Batch batch, double[] logits) {
      return ACCURACY.on(batch.counting(i -> here.codes()[i] == cell), logits);
    }

    /** The shares at the end; those of training rows say how far they have moved. */
    @Override
    public Map<String, String> search() {
      Map<String, String> search = new LinkedHashMap<>();
      int[] counts = all.counts();
      for (int g = 0; g < shares.length; g++) {
        search.put(
            "share of " + all.names().get(g),
            String.format(
                Locale.ROOT,
                "%.3f (of training rows: %.3f)",
                shares[g],
                (double) counts[g] / all.size()));
      }
      return search;
    }
  }
}
