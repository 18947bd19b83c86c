package evenhand.torch;

import evenhand.data.Matrix;
import java.util.Optional;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;

/**
 * Rows of a matrix as float tensors [n, columns]. A matrix of moderate size is kept as one tensor,
 * which belongs to the scope this is made in; of a larger one each batch is copied.
 */
public final class Rows {

  /** 256 MB. */
  private static final long MOST_KEPT = 1L << 26;

  private final Matrix features;
  private final Optional<Tensor> kept;

  private Rows(Matrix features, Optional<Tensor> kept) {
    this.features = features;
    this.kept = kept;
  }

  /** To be read often. */
  public static Rows kept(Matrix features) {
    if ((long) features.rows() * features.columns() > MOST_KEPT) {
      return once(features);
    }
    Tensor all = Torch.empty(features.rows(), features.columns());
    Rows rows = once(features);
    int chunk = Math.max(1, (1 << 20) / Math.max(1, features.columns()));
    for (int from = 0; from < features.rows(); from += chunk) {
      int count = Math.min(chunk, features.rows() - from);
      try (PointerScope ignored = new PointerScope()) {
        all.narrow(0, from, count).copy_(rows.stretch(from, count));
      }
    }
    return new Rows(features, Optional.of(all));
  }

  /** To be read once. */
  public static Rows once(Matrix features) {
    return new Rows(features, Optional.empty());
  }

  public int count() {
    return features.rows();
  }

  /** These rows, in this order. */
  public Tensor at(int[] chosen) {
    if (kept.isPresent()) {
      return kept.get().index_select(0, Torch.indices(chosen));
    }
    float[] row = new float[features.columns()];
    float[] values = new float[chosen.length * row.length];
    for (int i = 0; i < chosen.length; i++) {
      features.copyRow(chosen[i], row);
      System.arraycopy(row, 0, values, i * row.length, row.length);
    }
    return Torch.floats(values, chosen.length, row.length);
  }

  /** Neighbours. */
  public Tensor stretch(int from, int count) {
    if (kept.isPresent()) {
      return kept.get().narrow(0, from, count);
    }
    int[] chosen = new int[count];
    for (int i = 0; i < count; i++) {
      chosen[i] = from + i;
    }
    return at(chosen);
  }
}
