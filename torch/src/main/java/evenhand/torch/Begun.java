package evenhand.torch;

import org.bytedeco.pytorch.Tensor;

/**
 * A network whose parameters begin as they were left.
 *
 * @param network what they are parameters of
 * @param theta shape [network.parameters()]
 */
record Begun(Network network, float[] theta) implements Network {

  Begun {
    if (theta.length != network.parameters()) {
      throw new IllegalArgumentException(
          "need %d parameters, got %d".formatted(network.parameters(), theta.length));
    }
  }

  @Override
  public int parameters() {
    return network.parameters();
  }

  @Override
  public int columns() {
    return network.columns();
  }

  @Override
  public int outputs() {
    return network.outputs();
  }

  /** The same for every seed. */
  @Override
  public float[] initial(long seed) {
    return theta.clone();
  }

  @Override
  public Tensor forward(Tensor parameters, Tensor features, Mode mode, Tape tape) {
    return network.forward(parameters, features, mode, tape);
  }
}
