package evenhand.papers;

import evenhand.metric.Auc;
import evenhand.torch.Mlp;
import evenhand.torch.Stepping;
import evenhand.torch.meta.Dealing;
import evenhand.torch.meta.Examples;
import evenhand.torch.meta.MetaOptions;
import evenhand.torch.meta.MetaTraining;
import evenhand.torch.meta.Predictions;
import evenhand.torch.meta.RowWeighing;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/**
 * One training on MNIST of which a share of the labels is wrong.
 *
 * @param rows for training at most, after the trusted ones
 * @param hidden width of each of two hidden layers
 * @param epochs passes at most; the one that tells most trusted rows right is kept
 * @param labels of the training rows
 * @param weighing what weighs them
 * @param trustedBatch trusted rows of a step
 */
record MnistRun(
    int rows, int hidden, int epochs, Labels labels, Weighing weighing, int trustedBatch) {

  private static final double NOISE = 0.2;
  private static final int NOISY_LABEL = 2;
  private static final int TRUSTED = 5000;
  private static final int BATCH = 50;
  private static final double RATE = 1e-3;

  /** Of the label bias: how fast its multiplier moves after each pass. */
  private static final double BIAS_RATE = 2;

  /** Training labels. */
  enum Labels {
    CLEAN,
    /** A fifth of them is set to 2. */
    NOISY
  }

  /** What weighs rows. */
  sealed interface Weighing {

    /**
     * @param rule in the loss
     * @param text to the last option
     */
    record InLoss(RowWeighing rule, String text) implements Weighing {}

    /**
     * By chance of being drawn, which falls for rows labelled 2 while 2 is predicted more often
     * than one time in ten: Jiang and Nachum, "Identifying and correcting label bias in machine
     * learning", AISTATS 2020, here along one training.
     */
    record LabelBias(RowWeighing uniform) implements Weighing {}
  }

  /** What people are told of it. */
  Map<String, String> configuration() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("training rows", Integer.toString(rows));
    all.put("hidden", hidden + "-" + hidden);
    all.put("epochs", Integer.toString(epochs));
    all.put("batch", Integer.toString(BATCH));
    all.put("rate", RATE + ", Adam");
    all.put("trusted rows", Integer.toString(TRUSTED));
    all.put(
        "weighing",
        weighing instanceof Weighing.InLoss inLoss
            ? inLoss.text()
            : "label bias, rate " + BIAS_RATE);
    if (weighing instanceof Weighing.InLoss inLoss && !inLoss.text().equals("uniform")) {
      all.put("trusted batch", Integer.toString(trustedBatch));
    }
    return all;
  }

  /**
   * @param all MNIST's training pictures
   * @param test its test pictures
   */
  Cell run(int seed, Pictures all, Pictures test) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] order = shuffled(all.size(), random);
    int end = Math.min(all.size(), TRUSTED + rows);
    Pictures trusted = all.select(Arrays.copyOfRange(order, 0, TRUSTED));
    Pictures clean = all.select(Arrays.copyOfRange(order, TRUSTED, end));
    Pictures training =
        labels == Labels.CLEAN ? clean : clean.labelled(noisy(clean.labels(), random));
    double[] chances = new double[training.size()];
    Arrays.fill(chances, 1);
    boolean biased = weighing instanceof Weighing.LabelBias;
    MetaTraining.Plan plan =
        new MetaTraining.Plan(
            rule(), biased ? new Dealing.Drawn(chances) : Dealing.shuffled(), seed);
    Mlp network = new Mlp(all.image().size(), List.of(hidden, hidden), 0, all.classes());
    Best best = new Best(trusted, test);
    try (MetaTraining run =
        new MetaTraining(network, examples(training), examples(trusted), options(), plan)) {
      double[] multiplier = {0};
      run.run(
          (chosen, weights, losses, correct) -> {},
          (epoch, here) -> {
            best.look(epoch, here);
            if (biased) {
              multiplier[0] -= BIAS_RATE * excess(here, training);
              reweigh(training, multiplier[0], chances);
            }
          });
      Map<String, Double> figures = best.figures();
      run.learned()
          .ifPresent(
              numbers ->
                  told(numbers, training, clean)
                      .ifPresent(auc -> figures.put("wrong labels told", auc)));
      return Cell.of(figures);
    }
  }

  private RowWeighing rule() {
    return weighing instanceof Weighing.InLoss inLoss
        ? inLoss.rule()
        : ((Weighing.LabelBias) weighing).uniform();
  }

  MetaOptions options() {
    Stepping stepping = Stepping.constant(Stepping.Rule.ADAM, 0);
    return new MetaOptions(epochs, BATCH, RATE, 0, stepping, MetaOptions.Trust.of(trustedBatch));
  }

  private static int[] shuffled(int rows, SplittableRandom random) {
    return new Dealing.Shuffled(Dealing.Shuffled.Last.KEPT).deal(rows, rows, random)[0];
  }

  private static int[] noisy(int[] labels, SplittableRandom random) {
    int[] noisy = labels.clone();
    int[] order = shuffled(labels.length, random);
    for (int i = 0; i < Math.round(NOISE * labels.length); i++) {
      noisy[order[i]] = NOISY_LABEL;
    }
    return noisy;
  }

  private static double excess(MetaTraining here, Pictures training) {
    int[] predicted = Predictions.of(here.logits(training.matrix()), training.size());
    double said = Arrays.stream(predicted).filter(c -> c == NOISY_LABEL).count();
    return said / predicted.length - 1.0 / training.classes();
  }

  private static void reweigh(Pictures training, double multiplier, double[] chances) {
    double labelled = 1 / (1 + StrictMath.exp(-2 * multiplier));
    for (int i = 0; i < chances.length; i++) {
      chances[i] = training.labels()[i] == NOISY_LABEL ? labelled : 1 - labelled;
    }
  }

  /**
   * Share of pairs of a wrong and a right label 2 in which the wrong one counts less; none where
   * all are right, or wrong.
   */
  private static OptionalDouble told(float[] numbers, Pictures training, Pictures clean) {
    List<Integer> labelled = new java.util.ArrayList<>();
    for (int i = 0; i < numbers.length; i++) {
      if (training.labels()[i] == NOISY_LABEL) {
        labelled.add(i);
      }
    }
    int[] right = new int[labelled.size()];
    double[] scores = new double[right.length];
    double[] ones = new double[right.length];
    for (int i = 0; i < right.length; i++) {
      int row = labelled.get(i);
      right[i] = clean.labels()[row] == NOISY_LABEL ? 1 : 0;
      scores[i] = numbers[row];
      ones[i] = 1;
    }
    return new Auc(right, scores, ones).overall();
  }

  private static Examples examples(Pictures pictures) {
    return Examples.byClass(pictures.matrix(), pictures.labels(), pictures.classes());
  }

  /** The pass that tells most trusted rows right. */
  private static final class Best {

    private final Pictures trusted;
    private final Pictures test;
    private double accuracy = -1;
    private final Map<String, Double> figures = new LinkedHashMap<>();

    Best(Pictures trusted, Pictures test) {
      this.trusted = trusted;
      this.test = test;
    }

    void look(int epoch, MetaTraining here) {
      double unseen = scores(here, trusted).accuracy();
      if (unseen > accuracy) {
        accuracy = unseen;
        ClassScores scores = scores(here, test);
        figures.putAll(ClassTable.figures(scores));
        figures.put("trusted accuracy", unseen);
        figures.put("epoch", (double) epoch);
      }
    }

    private static ClassScores scores(MetaTraining here, Pictures rows) {
      return ClassScores.of(
          rows.labels(), Predictions.of(here.logits(rows.matrix()), rows.size()), rows.classes());
    }

    Map<String, Double> figures() {
      return figures;
    }
  }
}
