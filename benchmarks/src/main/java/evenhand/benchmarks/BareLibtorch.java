package evenhand.benchmarks;

import evenhand.data.Sample;
import evenhand.torch.Torch;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.LinearImpl;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * The plain training as libtorch's own manual would write it: modules, its Adam, autograd of its
 * loss, rows kept in a tensor.
 *
 * @param epochs passes
 * @param batch rows of a step
 */
record BareLibtorch(int epochs, int batch) {

  private static final double RATE = 2e-3;

  void train(Sample sample) {
    Torch.load();
    try (PointerScope ignored = new PointerScope()) {
      int columns = sample.features().columns();
      Tensor features = features(sample);
      Tensor labels = labels(sample);
      LinearImpl first = new LinearImpl(columns, 128);
      LinearImpl second = new LinearImpl(128, 64);
      LinearImpl last = new LinearImpl(64, 1);
      TensorVector parameters = new TensorVector();
      for (LinearImpl layer : new LinearImpl[] {first, second, last}) {
        TensorVector own = layer.parameters();
        for (long p = 0; p < own.size(); p++) {
          parameters.push_back(own.get(p));
        }
      }
      Adam adam = new Adam(parameters, new AdamOptions(RATE));
      for (int epoch = 0; epoch < epochs; epoch++) {
        Tensor order = torch.randperm(sample.size());
        for (int from = 0; from < sample.size(); from += batch) {
          try (PointerScope step = new PointerScope()) {
            long to = Math.min(from + batch, sample.size());
            Tensor chosen = order.slice(0, new LongOptional(from), new LongOptional(to), 1);
            adam.zero_grad();
            Tensor signal = torch.relu(first.forward(features.index_select(0, chosen)));
            Tensor logits = last.forward(torch.relu(second.forward(signal))).view(-1);
            torch
                .binary_cross_entropy_with_logits(logits, labels.index_select(0, chosen))
                .backward();
            adam.step();
          }
        }
      }
    }
  }

  private static Tensor features(Sample sample) {
    int columns = sample.features().columns();
    float[] values = new float[sample.size() * columns];
    float[] row = new float[columns];
    for (int i = 0; i < sample.size(); i++) {
      sample.features().copyRow(i, row);
      System.arraycopy(row, 0, values, i * columns, columns);
    }
    return Torch.floats(values, sample.size(), columns);
  }

  private static Tensor labels(Sample sample) {
    float[] values = new float[sample.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = sample.labels()[i];
    }
    return Torch.floats(values, values.length);
  }
}
