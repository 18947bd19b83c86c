package evenhand.torch;

import evenhand.data.Matrix;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;

/** Where an adversary looks into a network. */
enum View {
  /** The output of the last hidden layer. */
  REPRESENTATION,
  /** The logit. */
  LOGIT;

  private static final int CHUNK = 4096;

  /**
   * A forward pass.
   *
   * @param logits float [n]
   * @param shown what the adversary looks at, float [n, width], on the same tape
   */
  record Seen(Tensor logits, Tensor shown) {}

  /** Columns of what is shown. */
  int width(Mlp network) {
    return this == LOGIT || network.hidden().isEmpty()
        ? 1
        : network.hidden().get(network.hidden().size() - 1);
  }

  Seen of(Mlp network, Tensor theta, Tensor features, Network.Mode mode) {
    Layer last = network.layers().get(network.layers().size() - 1);
    Tensor[] before = new Tensor[1];
    Tensor logits =
        network.forward(
            theta,
            features,
            mode,
            (layer, parameters, input) -> {
              before[0] = layer.equals(last) ? input : before[0];
              return layer.apply(parameters, input);
            });
    return new Seen(logits, this == LOGIT ? logits.view(-1, 1) : before[0]);
  }

  /** What is shown of all rows, shape [n, width], row-major. */
  float[] of(Mlp network, float[] theta, Matrix rows) {
    int width = width(network);
    float[] all = new float[Math.multiplyExact(rows.rows(), width)];
    Rows source = Rows.once(rows);
    for (int from = 0; from < rows.rows(); from += CHUNK) {
      int count = Math.min(CHUNK, rows.rows() - from);
      try (PointerScope ignored = new PointerScope();
          NoGradGuard noTape = new NoGradGuard()) {
        Tensor parameters = Torch.floats(theta, theta.length);
        Tensor shown =
            of(network, parameters, source.stretch(from, count), new Network.Mode.Scoring())
                .shown();
        float[] read = new float[count * width];
        Torch.read(shown.contiguous(), read);
        System.arraycopy(read, 0, all, from * width, read.length);
      }
    }
    return all;
  }
}
