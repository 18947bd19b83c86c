package evenhand.torch.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import evenhand.data.DenseMatrix;
import evenhand.data.Groups;
import evenhand.loss.BoundedGroupLoss;
import evenhand.loss.FairnessLoss;
import evenhand.loss.Penalty;
import evenhand.loss.RowLoss;
import evenhand.loss.Smoothing;
import evenhand.parity.Requirement;
import evenhand.torch.Image;
import evenhand.torch.Mlp;
import evenhand.torch.Network;
import evenhand.torch.Optimizer;
import evenhand.torch.ResNet;
import evenhand.torch.RowGradients;
import evenhand.torch.Stepping;
import evenhand.torch.Torch;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** In double, against differentiating twice and against central differences. */
final class LookAheadTest {

  private static final int ROWS = 6;
  private static final int TRUSTED = 9;
  private static final double RATE = 0.3;

  private record Setting(Network network, Goal goal, RowLoss loss) {}

  static Stream<Setting> settings() {
    Mlp binary = new Mlp(8, List.of(5), 0);
    Mlp classes = new Mlp(8, List.of(5, 4), 0, 3);
    ResNet pictures = new ResNet(new Image(2, 2, 2), 2, List.of(1), 3);
    return Stream.of(
        new Setting(binary, new Goal.Mean(), RowLoss.CROSS_ENTROPY),
        new Setting(binary, new Goal.Mean(), RowLoss.CROSS_ENTROPY_AND_F1),
        new Setting(classes, new Goal.Mean(), RowLoss.CROSS_ENTROPY_AND_F1),
        new Setting(binary, parity(), RowLoss.CROSS_ENTROPY),
        new Setting(classes, new Goal.OfGroups(BoundedGroupLoss.How.RANGE), RowLoss.CROSS_ENTROPY),
        new Setting(
            classes, new Goal.OfGroups(BoundedGroupLoss.How.PAIRWISE), RowLoss.CROSS_ENTROPY),
        new Setting(
            pictures, new Goal.OfGroups(BoundedGroupLoss.How.WORST), RowLoss.CROSS_ENTROPY));
  }

  private static Goal parity() {
    return new Goal.OfParity(
        new FairnessLoss(
            Requirement.parse("demographic_parity<=0.1@group").parity(),
            Penalty.SQUARES,
            new Smoothing(Smoothing.Curve.SIGMOID, 1),
            "group"));
  }

  @BeforeAll
  static void load() {
    Torch.load();
  }

  @ParameterizedTest
  @MethodSource("settings")
  void closedFormIsDifferentiatingTwice(Setting setting) {
    try (PointerScope ignored = new PointerScope()) {
      Case one = new Case(setting, plain());
      double[] weights = one.weights();

      double[] help = one.step(MetaOptions.Imagined.PLAIN).help(weights, setting.goal(), 1);
      double[] slope = one.step().unrolled(weights, setting.goal(), Forml.Meaning.LOSS, 1, 1);

      for (int i = 0; i < ROWS; i++) {
        assertThat(-RATE * help[i]).isCloseTo(slope[i], within(1e-11));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("settings")
  void helpIsTheCentralDifferenceOfTheGoalByARowsWeight(Setting setting) {
    for (Stepping.Rule rule : List.of(Stepping.Rule.SGD, Stepping.Rule.NESTEROV)) {
      try (PointerScope ignored = new PointerScope()) {
        Stepping stepping = Stepping.constant(rule, 0.9);
        Case one = new Case(setting, stepping);
        one.optimizer.step(one.drawn(1, one.start.length).view(-1), 1e-2);
        double reach = rule == Stepping.Rule.NESTEROV ? 1.9 : 1;
        assertThat(one.step().reach()).isCloseTo(RATE * reach, within(1e-15));

        double[] help = one.step().help(setting.goal());

        for (int i = 0; i < ROWS; i++) {
          double above = one.goalAfter(i, 1e-6);
          double below = one.goalAfter(i, -1e-6);
          assertThat(-one.step().reach() * help[i]).isCloseTo((above - below) / 2e-6, within(1e-7));
        }
      }
    }
  }

  @Test
  void theMeansOfThePlayersAddUpToTheMean() {
    try (PointerScope ignored = new PointerScope()) {
      Setting setting =
          new Setting(new Mlp(8, List.of(5), 0), new Goal.Mean(), RowLoss.CROSS_ENTROPY);
      Case one = new Case(setting, plain());
      Groups players = one.step().players();
      double[][] help = one.step().help(players);
      double[] mean = one.step().help(new Goal.Mean());
      int[] counts = players.counts();

      for (int i = 0; i < ROWS; i++) {
        double sum = 0;
        for (int k = 0; k < counts.length; k++) {
          sum += help[k][i] * counts[k] / TRUSTED;
        }
        assertThat(sum).isCloseTo(mean[i], within(1e-12));
      }
    }
  }

  /** The slope through several steps, and by weights on logits, has no closed form to compare. */
  @ParameterizedTest
  @MethodSource("settings")
  void severalStepsAndScaledLogitsAreCentralDifferencesToo(Setting setting) {
    for (Forml.Meaning meaning : List.of(Forml.Meaning.LOSS, Forml.Meaning.LOGITS)) {
      try (PointerScope ignored = new PointerScope()) {
        Case one = new Case(setting, plain());
        double[] weights = one.weights();
        double[] slope = one.step().unrolled(weights, setting.goal(), meaning, -1, 2);

        for (int i = 0; i < ROWS; i++) {
          double above = one.goalAfterTwo(moved(weights, i, 1e-6), meaning);
          double below = one.goalAfterTwo(moved(weights, i, -1e-6), meaning);
          assertThat(slope[i]).isCloseTo((above - below) / 2e-6, within(1e-6));
        }
      }
    }
  }

  private static double[] moved(double[] weights, int at, double by) {
    double[] moved = weights.clone();
    moved[at] += by;
    return moved;
  }

  private static Stepping plain() {
    return Stepping.constant(Stepping.Rule.SGD, 0);
  }

  private static final class Case {

    private final SplittableRandom random = new SplittableRandom(7);
    private final Setting setting;
    private final double[] start;
    private final Tensor theta;
    private final Optimizer optimizer;
    private final int[] labels;
    private final Tensor features;
    private final Examples trusted;
    private final Tensor trustedFeatures;
    private final Network.Mode mode = new Network.Mode.Scoring();

    Case(Setting setting, Stepping stepping) {
      this.setting = setting;
      float[] initial = setting.network().initial(2);
      start = new double[initial.length];
      for (int p = 0; p < start.length; p++) {
        start[p] = initial[p];
      }
      theta = Torch.doubles(start, start.length);
      optimizer = Optimizer.of(stepping, 1e-3, theta);
      features = drawn(ROWS, 8);
      trustedFeatures = drawn(TRUSTED, 8);
      int classes = Math.max(2, setting.network().outputs());
      labels = labels(ROWS, classes);
      Groups groups = new Groups("group", List.of("a", "b"), new int[] {0, 1, 0, 1, 1, 0, 0, 1, 1});
      trusted =
          new Examples(
              new DenseMatrix(TRUSTED, 8, new float[8 * TRUSTED]),
              labels(TRUSTED, classes),
              classes,
              groups);
    }

    private int[] labels(int rows, int classes) {
      return random.ints(rows, 0, classes).toArray();
    }

    Tensor drawn(int rows, int columns) {
      return Torch.doubles(random.doubles((long) rows * columns, -1, 1).toArray(), rows, columns);
    }

    double[] weights() {
      return random.doubles(ROWS, 0.1, 1).toArray();
    }

    LookAhead step() {
      return step(MetaOptions.Imagined.OPTIMIZER);
    }

    LookAhead step(MetaOptions.Imagined imagined) {
      RowGradients gradients =
          new RowGradients(
              setting.network(),
              theta,
              features,
              mode,
              logits -> RowLoss.CROSS_ENTROPY.on(labels, logits).slopes());
      double[] losses =
          RowLoss.CROSS_ENTROPY
              .on(labels, Torch.read(setting.network().forward(theta, features, mode)))
              .values();
      return new LookAhead(
          new LookAhead.Place(setting.network(), theta, optimizer, RATE, mode, mode, imagined),
          new LookAhead.Rows(new int[] {0, 1, 2, 3, 4, 5}, labels, losses, features),
          gradients,
          () -> new LookAhead.Trusted(trusted, trustedFeatures, setting.loss()));
    }

    /** The goal after a step on one row of this weight. */
    double goalAfter(int row, double weight) {
      double[] weights = new double[ROWS];
      weights[row] = weight;
      return goalAt(optimizer.imagined(step().sum(weights), RATE));
    }

    double goalAfterTwo(double[] weights, Forml.Meaning meaning) {
      Tensor here = theta.detach().clone();
      for (int s = 0; s < 2; s++) {
        here = here.detach().requires_grad_(true);
        Tensor objective =
            Unrolled.objective(
                setting.network().forward(here, features, mode),
                labels,
                Torch.doubles(weights, ROWS),
                meaning);
        Tensor slope = Torch.backward(objective, new double[] {1}, here);
        here = here.detach().add(slope.mul(new org.bytedeco.pytorch.Scalar(RATE)));
      }
      return goalAt(here);
    }

    private double goalAt(Tensor parameters) {
      double[] logits = Torch.read(setting.network().forward(parameters, trustedFeatures, mode));
      return setting.goal().on(trusted, logits, setting.loss()).value();
    }
  }
}
