package evenhand.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** In double, against autograd and central differences. */
final class RowGradientsTest {

  private static final int ROWS = 5;

  static Stream<Network> networks() {
    Image image = new Image(2, 8, 8);
    return Stream.of(
        new Mlp(7, List.of(), 0),
        new Mlp(7, List.of(6, 5), 0),
        new Mlp(7, List.of(6), 0, 3),
        new Vgg(image, 2, List.of(1, 2), List.of(6), 0, 3),
        new ResNet(image, 2, List.of(1, 1), 1),
        new ResNet(image, 8, List.of(1, 2), 3));
  }

  @BeforeAll
  static void load() {
    Torch.load();
  }

  @ParameterizedTest
  @MethodSource("networks")
  void theSumIsTheGradientOfTheWeightedLoss(Network network) {
    try (PointerScope ignored = new PointerScope()) {
      Case one = new Case(network);
      Tensor theta = one.theta().requires_grad_(true);
      Tensor weighted = squares(network.forward(theta, one.features, scoring())).mul(one.weights);
      double[] expected = Torch.read(gradient(weighted.sum(), theta, false));

      double[] sum = Torch.read(one.gradients().sum(one.weights));

      assertThat(sum).containsExactly(expected, within(1e-12));
    }
  }

  @ParameterizedTest
  @MethodSource("networks")
  void productsAreThoseOfDoubleDifferentiation(Network network) {
    try (PointerScope ignored = new PointerScope()) {
      Case one = new Case(network);
      double[] along = Torch.read(one.gradients().along(one.directions));

      for (int k = 0; k < 2; k++) {
        Tensor theta = one.theta().requires_grad_(true);
        Tensor epsilon = one.weights.clone().requires_grad_(true);
        Tensor weighted = squares(network.forward(theta, one.features, scoring())).mul(epsilon);
        Tensor first = gradient(weighted.sum(), theta, true);
        Tensor second = gradient(first.mul(one.directions.select(0, k)).sum(), epsilon, false);
        double[] expected = Torch.read(second);
        for (int i = 0; i < ROWS; i++) {
          assertThat(along[2 * i + k]).isCloseTo(expected[i], within(1e-11));
        }
      }
    }
  }

  /** Few sums of many rows and many sums of few rows: a layer has two ways. */
  @ParameterizedTest
  @MethodSource("networks")
  void productsWithSumsOfOtherRowsAreThoseAlongTheSums(Network network) {
    try (PointerScope ignored = new PointerScope()) {
      RowGradients one = new Case(network).gradients();
      // Of so many rows a linear layer makes the sums, of few it pairs rows.
      int[] counts = network instanceof Mlp ? new int[] {1, 40, 20_000} : new int[] {1, 3};
      for (int others : counts) {
        for (int sums : new int[] {1, 9}) {
          Case other = new Case(network, 4, others);
          RowGradients theirs = other.gradients();
          Tensor weights = Case.drawn(new SplittableRandom(7), sums, others);
          Tensor[] directions = new Tensor[sums];
          for (int k = 0; k < sums; k++) {
            directions[k] = theirs.sum(weights.select(0, k));
          }
          double[] expected = Torch.read(one.along(torch.stack(new TensorVector(directions), 0)));

          assertThat(Torch.read(one.along(theirs, weights)))
              .containsExactly(expected, within(1e-9));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("networks")
  void productsAreCentralDifferencesOfTheRowsLosses(Network network) {
    try (PointerScope ignored = new PointerScope()) {
      Case one = new Case(network);
      double[] along = Torch.read(one.gradients().along(one.directions.narrow(0, 1, 1)));
      double[] direction = Torch.read(one.directions.select(0, 1));
      double step = 1e-6;

      double[] above = one.losses(direction, step);
      double[] below = one.losses(direction, -step);

      for (int i = 0; i < ROWS; i++) {
        assertThat(along[i]).isCloseTo((above[i] - below[i]) / (2 * step), within(1e-6));
      }
    }
  }

  private static final class Case {

    private final Network network;
    private final double[] start;
    private final Tensor features;
    private final Tensor weights;
    private final Tensor directions;

    Case(Network network) {
      this(network, 3, ROWS);
    }

    Case(Network network, long seed, int rows) {
      this.network = network;
      SplittableRandom random = new SplittableRandom(seed);
      float[] initial = network.initial(1);
      start = new double[initial.length];
      for (int p = 0; p < start.length; p++) {
        start[p] = initial[p] + random.nextDouble(-0.1, 0.1);
      }
      features = drawn(random, rows, network.columns());
      weights = drawn(random, rows, 1).view(-1);
      directions = drawn(random, 2, start.length);
    }

    Tensor theta() {
      return Torch.doubles(start, start.length);
    }

    RowGradients gradients() {
      return new RowGradients(
          network,
          theta(),
          features,
          scoring(),
          logits -> Arrays.stream(logits).map(logit -> 2 * logit).toArray());
    }

    double[] losses(double[] direction, double step) {
      double[] moved = start.clone();
      for (int p = 0; p < moved.length; p++) {
        moved[p] += step * direction[p];
      }
      Tensor theta = Torch.doubles(moved, moved.length);
      return Torch.read(squares(network.forward(theta, features, scoring())));
    }

    private static Tensor drawn(SplittableRandom random, int rows, int columns) {
      double[] values = new double[rows * columns];
      for (int i = 0; i < values.length; i++) {
        values[i] = random.nextDouble(-1, 1);
      }
      return Torch.doubles(values, rows, columns);
    }
  }

  private static Network.Mode scoring() {
    return new Network.Mode.Scoring();
  }

  /** A loss of each row: the sum of its squared logits. */
  private static Tensor squares(Tensor logits) {
    Tensor flat = logits.view(ROWS, -1);
    return flat.mul(flat).sum(1);
  }

  private static Tensor gradient(Tensor of, Tensor by, boolean again) {
    return torch
        .grad(
            new TensorVector(of),
            new TensorVector(by),
            new TensorVector(),
            new BoolOptional(again),
            again,
            false)
        .get(0);
  }
}
