package evenhand.papers;

import evenhand.data.Groups;
import evenhand.data.Split;
import evenhand.loss.RowLoss;
import evenhand.metric.Auc;
import evenhand.torch.Mlp;
import evenhand.torch.Stepping;
import evenhand.torch.meta.Dealing;
import evenhand.torch.meta.Examples;
import evenhand.torch.meta.MetaOptions;
import evenhand.torch.meta.MetaTraining;
import evenhand.torch.meta.Predictions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One training of Nash-Meta-Learning on one data set.
 *
 * @param setting the data set
 * @param mode as the authors ran it, or as one should
 * @param method which weighs the rows
 * @param epochs passes over the training rows
 */
record NashRun(NashSetting setting, Mode mode, NashMethod method, int epochs) {

  /** How it is run. */
  enum Mode {
    /**
     * Features standardised with the test rows, dropout where trusted rows are asked; the epoch is
     * picked on the test rows.
     */
    FAITHFUL,
    /**
     * Features standardised on training rows, no dropout where trusted rows are asked; the epoch is
     * picked on a tenth of the training rows held out.
     */
    HONEST;

    /** Such as {@code honest}. */
    String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    NashData.Standardized standardized() {
      return this == FAITHFUL
          ? NashData.Standardized.ALL_ROWS
          : NashData.Standardized.TRAINING_ROWS;
    }
  }

  private static final double HELD_OUT = 0.1;
  private static final double DECAY = 5e-4;
  private static final double MOMENTUM = 0.9;

  /** All that its figures depend on, but for the constants of {@link NashMethod}. */
  Map<String, String> configuration(NashData data) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("mode", mode.name());
    all.put("held out", Double.toString(HELD_OUT));
    all.put("network", network(data).toString());
    all.put("options", options(data).toString());
    all.put("bargaining", Integer.toString(bargaining()));
    return all;
  }

  /** Epochs of stage 1, of the methods that have it. */
  int bargaining() {
    NashSetting.Training training = setting.training();
    return (int) Math.round((double) training.bargaining() * epochs / training.epochs());
  }

  /** Figures of every epoch. */
  Cell run(NashData data, int seed) {
    Examples training = data.all().select(data.training());
    Split split = Split.stratified(training.labels(), List.of(training.groups()), HELD_OUT, seed);
    Examples heldOut = training.select(split.heldOut());
    Examples seen = mode == Mode.FAITHFUL ? training : training.select(split.training());
    Examples test = data.all().select(data.test());
    Series series = new Series();
    try (MetaTraining here =
        new MetaTraining(
            network(data),
            seen,
            data.all().select(data.trusted()),
            options(data),
            new MetaTraining.Plan(method.weighing(bargaining()), Dealing.shuffled(), seed))) {
      here.run(
          (chosen, weights, losses, correct) -> {}, (epoch, now) -> series.add(now, test, heldOut));
    }
    return series.cell();
  }

  private Mlp network(NashData data) {
    return new Mlp(
        data.all().features().columns(), List.of(128, 64), setting.training().dropout(), 2);
  }

  private MetaOptions options(NashData data) {
    Stepping stepping = Stepping.constant(Stepping.Rule.SGD, MOMENTUM);
    return new MetaOptions(
        epochs,
        setting.training().batch(),
        setting.training().rate(),
        DECAY,
        stepping,
        new MetaOptions.Trust(
            data.trusted().length,
            1,
            RowLoss.CROSS_ENTROPY_AND_F1,
            MetaOptions.Imagined.OPTIMIZER,
            mode == Mode.FAITHFUL ? MetaOptions.Passes.FRESH : MetaOptions.Passes.SHARED));
  }

  /** Figures by epoch; of what only some epochs tell, those. */
  private static final class Series {

    private final Map<String, List<Double>> all = new LinkedHashMap<>();

    void add(MetaTraining here, Examples test, Examples heldOut) {
      double[] logits = here.logits(test.features());
      int[] decisions = Predictions.of(logits, test.size());
      BalancedAccuracy scores =
          BalancedAccuracy.of(test.labels(), decisions, test.groups()).orElseThrow();
      put("overall", scores.overall());
      put("gap", scores.gap());
      put("worst", scores.worst());
      double[] margins = new double[test.size()];
      Arrays.setAll(margins, i -> logits[2 * i + 1] - logits[2 * i]);
      double[] ones = new double[margins.length];
      Arrays.fill(ones, 1);
      put("auc", new Auc(test.labels(), margins, ones).overall().orElseThrow());
      put("held-out", heldOut(here, heldOut));
      here.evidence().forEach((name, value) -> put(name, value));
    }

    /** Of all rows together: a cell of group and label may have none among them. */
    private static double heldOut(MetaTraining here, Examples rows) {
      int[] decisions = Predictions.of(here.logits(rows.features()), rows.size());
      Groups everyone = new Groups("everyone", List.of("all"), new int[rows.size()]);
      return BalancedAccuracy.of(rows.labels(), decisions, everyone).orElseThrow().overall();
    }

    private void put(String name, double value) {
      all.computeIfAbsent(name, ignored -> new ArrayList<>()).add(value);
    }

    Cell cell() {
      Map<String, double[]> series = new LinkedHashMap<>();
      all.forEach(
          (name, values) ->
              series.put(name, values.stream().mapToDouble(Double::doubleValue).toArray()));
      return new Cell(Map.of(), series);
    }
  }
}
