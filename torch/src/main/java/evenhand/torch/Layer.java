package evenhand.torch;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.bytedeco.javacpp.BoolPointer;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.T_TensorTensorTensor_T;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * A part of a network whose output is affine in its own parameters, which lie together in the
 * network's parameter vector. What is affine in its parameters tells the gradient of every row from
 * its input and the slope at its output alone: {@link #along} is one more forward pass, and no
 * row's gradient is ever written down.
 */
public sealed interface Layer {

  /** Index of its first parameter. */
  int at();

  /** Index after its last parameter. */
  int end();

  /** How its parameters begin, into the vector of all. */
  void begin(float[] theta, SplittableRandom random);

  /** Fresh parameters of layers that lie one after the other. */
  static float[] initial(List<? extends Layer> layers, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] theta = new float[layers.get(layers.size() - 1).end()];
    for (Layer layer : layers) {
      layer.begin(theta, random);
    }
    return theta;
  }

  /**
   * @param theta all parameters, [P]
   * @param input one entry a row along the first dimension, [n, ...]
   * @return [n, ...]
   */
  Tensor apply(Tensor theta, Tensor input);

  /**
   * The gradient of each row's loss by these parameters, times directions.
   *
   * @param directions [K, P], of which only this layer's columns are read
   * @param input that {@link #apply} was given
   * @param slope of each row's own loss at the output, of the output's shape
   * @return [n, K]
   */
  Tensor along(Tensor directions, Tensor input, Tensor slope);

  /**
   * The gradient of each row's loss by these parameters, times those of sums of other rows' losses.
   *
   * @param input that {@link #apply} was given
   * @param slope of each row's own loss at the output, of the output's shape
   * @return [n, K]
   */
  default Tensor along(Tensor input, Tensor slope, Others others) {
    long[] shape = new long[(int) others.slope.dim()];
    Arrays.fill(shape, 1);
    shape[0] = -1;
    for (long k = 0; k < others.weights.size(0); k++) {
      Tensor weighted = others.slope.mul(others.weights.select(0, k).view(shape));
      gradient(others.input, weighted, others.sums.select(0, k));
    }
    return along(others.sums, input, slope);
  }

  /**
   * Other rows, and sums of their losses.
   *
   * @param input that {@link #apply} was given, of m rows
   * @param slope of each row's own loss at the output
   * @param weights of the rows in each sum, [K, m]
   * @param sums [K, P], of which this layer's columns may be overwritten
   */
  record Others(Tensor input, Tensor slope, Tensor weights, Tensor sums) {}

  /**
   * The gradient of the sum of the rows' losses by these parameters.
   *
   * @param into [P], of which this layer's entries are overwritten
   */
  void gradient(Tensor input, Tensor slope, Tensor into);

  /** {@code W x + b}: weights [outputs, inputs], then biases [outputs]. */
  record Linear(int at, int inputs, int outputs) implements Layer {

    /** What the calls for one sum cost, in multiplications. */
    private static final long CALLS = 100_000;

    int biasAt() {
      return at + inputs * outputs;
    }

    @Override
    public int end() {
      return biasAt() + outputs;
    }

    /** Uniform within ±1/√inputs, as PyTorch's. */
    @Override
    public void begin(float[] theta, SplittableRandom random) {
      uniform(theta, at, end(), 1 / Math.sqrt(inputs), random);
    }

    @Override
    public Tensor apply(Tensor theta, Tensor input) {
      Tensor weights = theta.narrow(0, at, (long) inputs * outputs).view(outputs, inputs);
      return torch.linear(input, weights, theta.narrow(0, biasAt(), outputs));
    }

    @Override
    public Tensor along(Tensor directions, Tensor input, Tensor slope) {
      long k = directions.size(0);
      Tensor weights =
          directions.narrow(1, at, (long) inputs * outputs).reshape(k * outputs, inputs);
      Tensor biases = directions.narrow(1, biasAt(), outputs).reshape(k * outputs);
      Tensor moved = torch.linear(input, weights, biases).view(-1, k, outputs);
      return moved.mul_(slope.view(-1, 1, outputs)).sum(-1);
    }

    /**
     * A row's gradient is its slope times its input, so that two rows' inner product is that of
     * their inputs times that of their slopes: of few other rows, far less than their sums.
     */
    @Override
    public Tensor along(Tensor input, Tensor slope, Others others) {
      long n = input.size(0);
      long m = others.input.size(0);
      long sums = others.weights.size(0);
      long byPairs = n * m * (inputs + outputs);
      long bySums = sums * ((n + m) * inputs * outputs + CALLS);
      if (byPairs >= bySums) {
        return Layer.super.along(input, slope, others);
      }
      Tensor slopes = slope.view(-1, outputs).mm(others.slope.view(-1, outputs).t());
      Tensor products = input.mm(others.input.t()).add_(new Scalar(1));
      return products.mul_(slopes).mm(others.weights.t());
    }

    @Override
    public void gradient(Tensor input, Tensor slope, Tensor into) {
      Tensor flat = slope.view(-1, outputs);
      Tensor weights = into.narrow(0, at, (long) inputs * outputs).view(outputs, inputs);
      torch.mm_out(weights, flat.t(), input);
      Tensor biases = into.narrow(0, biasAt(), outputs);
      torch.sum_out(biases, flat, 0);
    }
  }

  /**
   * A convolution of square kernels over images [n, channels, height, width]: weights [outputs,
   * inputs, size, size], then biases [outputs].
   */
  record Convolution(int at, int inputs, int outputs, int size, int stride, int padding)
      implements Layer {

    int biasAt() {
      return at + inputs * outputs * size * size;
    }

    @Override
    public int end() {
      return biasAt() + outputs;
    }

    /** Uniform within ±1/√(inputs · size²), as PyTorch's. */
    @Override
    public void begin(float[] theta, SplittableRandom random) {
      uniform(theta, at, end(), 1 / Math.sqrt((double) inputs * size * size), random);
    }

    @Override
    public Tensor apply(Tensor theta, Tensor input) {
      return convolved(
          input,
          theta.narrow(0, at, biasAt() - at).view(outputs, inputs, size, size),
          theta.narrow(0, biasAt(), outputs));
    }

    private Tensor convolved(Tensor input, Tensor weights, Tensor biases) {
      return torch.conv2d(
          input,
          weights,
          new TensorOptional(biases),
          new long[] {stride, stride},
          new long[] {padding, padding},
          new long[] {1, 1},
          1);
    }

    @Override
    public Tensor along(Tensor directions, Tensor input, Tensor slope) {
      long k = directions.size(0);
      long n = input.size(0);
      Tensor weights =
          directions.narrow(1, at, biasAt() - at).reshape(k * outputs, inputs, size, size);
      Tensor biases = directions.narrow(1, biasAt(), outputs).reshape(k * outputs);
      Tensor moved = convolved(input, weights, biases).view(n, k, -1);
      return moved.mul_(slope.reshape(n, 1, -1)).sum(-1);
    }

    @Override
    public void gradient(Tensor input, Tensor slope, Tensor into) {
      Tensor weights = into.narrow(0, at, biasAt() - at).view(outputs, inputs, size, size);
      try (BoolPointer wanted = new BoolPointer(3)) {
        wanted.put(0, false).put(1, true).put(2, true);
        T_TensorTensorTensor_T gradients =
            torch.convolution_backward(
                slope.contiguous(),
                input,
                weights,
                new long[] {outputs},
                new long[] {stride, stride},
                new long[] {padding, padding},
                new long[] {1, 1},
                false,
                new long[] {0, 0},
                1,
                wanted);
        weights.copy_(gradients.get1());
        into.narrow(0, biasAt(), outputs).copy_(gradients.get2());
      }
    }
  }

  /** A factor and a summand for each channel of images: factors [channels], summands [channels]. */
  record Scale(int at, int channels) implements Layer {

    @Override
    public int end() {
      return at + 2 * channels;
    }

    /** Factors at 1, summands at 0. */
    @Override
    public void begin(float[] theta, SplittableRandom random) {
      Arrays.fill(theta, at, at + channels, 1);
    }

    @Override
    public Tensor apply(Tensor theta, Tensor input) {
      Tensor factors = theta.narrow(0, at, channels).view(1, channels, 1, 1);
      Tensor summands = theta.narrow(0, (long) at + channels, channels).view(1, channels, 1, 1);
      return input.mul(factors).add_(summands);
    }

    @Override
    public Tensor along(Tensor directions, Tensor input, Tensor slope) {
      Tensor byFactor = input.mul(slope).sum(2, 3);
      Tensor bySummand = slope.sum(2, 3);
      return torch.linear(
          torch.cat(new TensorVector(byFactor, bySummand), 1),
          directions.narrow(1, at, 2L * channels));
    }

    @Override
    public void gradient(Tensor input, Tensor slope, Tensor into) {
      into.narrow(0, at, channels).copy_(input.mul(slope).sum(0, 2, 3));
      into.narrow(0, (long) at + channels, channels).copy_(slope.sum(0, 2, 3));
    }
  }

  private static void uniform(
      float[] theta, int from, int to, double bound, SplittableRandom random) {
    for (int i = from; i < to; i++) {
      theta[i] = (float) random.nextDouble(-bound, bound);
    }
  }
}
