package evenhand.torch.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import evenhand.data.DenseMatrix;
import evenhand.data.Groups;
import evenhand.loss.BoundedGroupLoss;
import evenhand.loss.RowLoss;
import evenhand.torch.Mlp;
import evenhand.torch.Network;
import evenhand.torch.Optimizer;
import evenhand.torch.RowGradients;
import evenhand.torch.Stepping;
import evenhand.torch.Torch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * How far the rows' numbers move, against central differences of the goal by them. In double, but
 * for the numbers; what is written out here shares no code with the slopes it is compared to.
 */
final class FormlTest {

  private static final int ALL = 10;
  private static final int TRUSTED = 9;
  private static final int COLUMNS = 4;
  private static final double RATE = 0.5;

  /**
   * Of numbers whose inverse squares are weights: as a share of their rate, and added to squares.
   */
  private static final double SHRINKING = 1e-3;

  private static final double FLOOR = 1e-6;

  private static final Goal RANGE = new Goal.OfGroups(BoundedGroupLoss.How.RANGE);
  private static final Mlp BINARY = new Mlp(COLUMNS, List.of(5), 0);
  private static final Mlp CLASSES = new Mlp(COLUMNS, List.of(5), 0, 3);

  private record Setting(Mlp network, Forml forml) {}

  static Stream<Setting> settings() {
    List<Setting> all = new ArrayList<>();
    for (Forml.Direction imagined : Forml.Direction.values()) {
      for (Forml.Meaning meaning : Forml.Meaning.values()) {
        double rate = meaning == Forml.Meaning.INVERSE_SQUARE ? 0.4 : 2;
        for (int steps : new int[] {1, 2, 3}) {
          all.add(new Setting(CLASSES, new Forml(new Goal.Mean(), rate, imagined, meaning, steps)));
          all.add(new Setting(BINARY, new Forml(RANGE, rate, imagined, meaning, steps)));
        }
      }
    }
    return all.stream();
  }

  @BeforeAll
  static void load() {
    Torch.load();
  }

  @ParameterizedTest
  @MethodSource("settings")
  void numbersDescendOnTheGoalByItsCentralDifferences(Setting setting) {
    try (PointerScope ignored = new PointerScope()) {
      Case one = new Case(setting, Stepping.Rule.SGD, new int[] {7, 2, 5, 0, 3, 8});
      assertMoves(one, one.step(MetaOptions.Imagined.PLAIN), one::goalAfterPlainSteps);
    }
  }

  static Stream<Setting> softmaxes() {
    return settings().filter(each -> each.forml().meaning() != Forml.Meaning.INVERSE_SQUARE);
  }

  @ParameterizedTest
  @MethodSource("softmaxes")
  void aRowThatAStepHasTwiceMovesByBothOfItsSlopes(Setting setting) {
    try (PointerScope ignored = new PointerScope()) {
      Case one = new Case(setting, Stepping.Rule.SGD, new int[] {7, 2, 7, 0, 3});
      assertMoves(one, one.step(MetaOptions.Imagined.PLAIN), one::goalAfterPlainSteps);
    }
  }

  @ParameterizedTest
  @EnumSource(Forml.Direction.class)
  void numbersDescendThroughTheStepOfTheOptimiser(Forml.Direction imagined) {
    for (Stepping.Rule rule : List.of(Stepping.Rule.SGD, Stepping.Rule.NESTEROV)) {
      try (PointerScope ignored = new PointerScope()) {
        Setting setting = new Setting(BINARY, new Forml(RANGE, 2, imagined, Forml.Meaning.LOSS, 1));
        Case one = new Case(setting, rule, new int[] {7, 2, 5, 0, 3, 8});
        one.optimizer.step(one.drawn(1, BINARY.parameters()).view(-1), 1e-2);
        assertMoves(one, one.step(MetaOptions.Imagined.OPTIMIZER), one::goalAfterTheOptimisers);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("settings")
  void theStepDescendsOnWhatTheWeightsMean(Setting setting) {
    try (PointerScope ignored = new PointerScope()) {
      Case one = new Case(setting, Stepping.Rule.SGD, new int[] {7, 2, 5, 0, 3, 8});
      double[] weights = {0.1, 0.3, 0.05, 0.25, 0.2, 0.1};
      RowWeights tested = setting.forml().on(ALL, 1);
      double[] gradient =
          Torch.read(tested.gradient(one.step(MetaOptions.Imagined.PLAIN), weights));

      assertThat(gradient)
          .containsExactly(Torch.read(one.gradient(one.theta, weights)), within(1e-12));
    }
  }

  @FunctionalInterface
  private interface ByNumbers {
    double goal(double[] numbers);
  }

  /** Twice, since all numbers begin alike. */
  private static void assertMoves(Case one, LookAhead step, ByNumbers goal) {
    RowWeights tested = one.setting.forml().on(ALL, 1);
    double rate = one.setting.forml().rate();
    for (int round = 0; round < 2; round++) {
      double[] before = one.numbers(tested);
      double[] weights = tested.weights(step);
      double[] after = one.numbers(tested);

      double largest = 0;
      for (int row = 0; row < ALL; row++) {
        double slope =
            (goal.goal(moved(before, row, 1e-5)) - goal.goal(moved(before, row, -1e-5))) / 2e-5;
        largest = Math.max(largest, Math.abs(slope));
        double expected = before[row] - rate * one.chosen.length * slope;
        if (one.isChosen(row) && one.setting.forml().meaning() == Forml.Meaning.INVERSE_SQUARE) {
          expected -= rate * SHRINKING * Math.signum(expected);
        }
        assertThat(after[row]).as("row %d, round %d", row, round).isCloseTo(expected, within(5e-6));
      }
      assertThat(largest).isGreaterThan(1e-3);
      assertThat(weights).containsExactly(one.shares(after), within(1e-5));
    }
  }

  private static double[] moved(double[] numbers, int at, double by) {
    double[] moved = numbers.clone();
    moved[at] += by;
    return moved;
  }

  private static final class Case {

    private final SplittableRandom random = new SplittableRandom(7);
    private final Network.Mode mode = new Network.Mode.Scoring();
    private final Setting setting;
    private final int[] chosen;
    private final Tensor theta;
    private final Optimizer optimizer;
    private final int[] labels;
    private final Tensor features;
    private final Examples trusted;
    private final Tensor trustedFeatures;

    Case(Setting setting, Stepping.Rule rule, int[] chosen) {
      this.setting = setting;
      this.chosen = chosen;
      float[] initial = setting.network().initial(2);
      double[] start = new double[initial.length];
      Arrays.setAll(start, p -> initial[p]);
      theta = Torch.doubles(start, start.length);
      Stepping stepping = Stepping.constant(rule, 0.9);
      optimizer = Optimizer.of(stepping, 1e-3, theta);
      features = drawn(chosen.length, COLUMNS);
      trustedFeatures = drawn(TRUSTED, COLUMNS);
      int classes = Math.max(2, setting.network().outputs());
      labels = random.ints(chosen.length, 0, classes).toArray();
      trusted =
          new Examples(
              new DenseMatrix(TRUSTED, COLUMNS, new float[COLUMNS * TRUSTED]),
              random.ints(TRUSTED, 0, classes).toArray(),
              classes,
              new Groups("group", List.of("a", "b"), new int[] {0, 1, 0, 1, 1, 0, 0, 1, 1}));
    }

    Tensor drawn(int rows, int columns) {
      return Torch.doubles(random.doubles((long) rows * columns, -2, 2).toArray(), rows, columns);
    }

    boolean isChosen(int row) {
      return Arrays.stream(chosen).anyMatch(each -> each == row);
    }

    double[] numbers(RowWeights tested) {
      float[] learned = tested.learned().orElseThrow();
      double[] numbers = new double[learned.length];
      Arrays.setAll(numbers, i -> learned[i]);
      return numbers;
    }

    LookAhead step(MetaOptions.Imagined kind) {
      Network network = setting.network();
      RowGradients gradients =
          new RowGradients(
              network,
              theta,
              features,
              mode,
              logits -> RowLoss.CROSS_ENTROPY.on(labels, logits).slopes());
      double[] losses =
          RowLoss.CROSS_ENTROPY
              .on(labels, Torch.read(network.forward(theta, features, mode)))
              .values();
      return new LookAhead(
          new LookAhead.Place(network, theta, optimizer, RATE, mode, mode, kind),
          new LookAhead.Rows(chosen, labels, losses, features),
          gradients,
          () -> new LookAhead.Trusted(trusted, trustedFeatures, RowLoss.CROSS_ENTROPY));
    }

    double[] shares(double[] numbers) {
      boolean inverse = setting.forml().meaning() == Forml.Meaning.INVERSE_SQUARE;
      double[] shares = new double[chosen.length];
      for (int i = 0; i < shares.length; i++) {
        double number = numbers[chosen[i]];
        shares[i] = inverse ? 1 / (number * number + FLOOR) : Math.exp(number);
      }
      double sum = Arrays.stream(shares).sum();
      return Arrays.stream(shares).map(share -> share / sum).toArray();
    }

    double goalAfterPlainSteps(double[] numbers) {
      Tensor here = theta;
      for (int s = 0; s < setting.forml().innerSteps(); s++) {
        here = here.detach().sub(gradient(here, shares(numbers)).mul(new Scalar(sign() * RATE)));
      }
      return goalAt(here);
    }

    double goalAfterTheOptimisers(double[] numbers) {
      Tensor gradient = gradient(theta, shares(numbers)).mul(new Scalar(sign()));
      return goalAt(optimizer.imagined(gradient, RATE));
    }

    private double sign() {
      return setting.forml().imagined() == Forml.Direction.REVERSE ? -1.0 : 1.0;
    }

    /**
     * Weights on logits: the slope of a row's mean by its logits is n·w/n times that of its loss.
     */
    Tensor gradient(Tensor at, double[] weights) {
      Tensor here = at.detach().clone().requires_grad_(true);
      Tensor output = setting.network().forward(here, features, mode);
      double[] logits = Torch.read(output);
      int outputs = setting.network().outputs();
      if (setting.forml().meaning() == Forml.Meaning.LOGITS) {
        for (int j = 0; j < logits.length; j++) {
          logits[j] *= weights.length * weights[j / outputs];
        }
      }
      double[] slopes = RowLoss.CROSS_ENTROPY.on(labels, logits).slopes();
      for (int j = 0; j < slopes.length; j++) {
        slopes[j] *= weights[j / outputs];
      }
      return Torch.backward(output, slopes, here);
    }

    private double goalAt(Tensor parameters) {
      double[] logits = Torch.read(setting.network().forward(parameters, trustedFeatures, mode));
      return setting.forml().goal().on(trusted, logits, RowLoss.CROSS_ENTROPY).value();
    }
  }
}
