package evenhand.learners;

import evenhand.data.DataException;
import evenhand.learner.Scorer;
import evenhand.learners.TreeEnsemble.Link;
import evenhand.model.ScorerFormat;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * Tree ensembles, big-endian: the 8 bytes {@code EVHTREES}; int version (1); int link (0 logistic,
 * 1 mean); float base; int columns; int trees; int nodes; then the arrays of {@link TreeEnsemble}:
 * roots (trees + 1 ints), split, left (ints), value (floats). Nothing is allocated before the
 * counts agree with the number of bytes.
 */
public final class TreeEnsembleFormat implements ScorerFormat {

  private static final byte[] MAGIC = {'E', 'V', 'H', 'T', 'R', 'E', 'E', 'S'};
  private static final int VERSION = 1;

  /** A thousand trees a thousand deep: a millisecond for a row. */
  private static final long MOST_STEPS = 1_000_000;

  private static final int HEADER = MAGIC.length + 6 * Integer.BYTES;

  @Override
  public String id() {
    return "trees.bin";
  }

  @Override
  public Optional<byte[]> write(Scorer scorer) {
    if (!(scorer instanceof TreeEnsembleScorer trees)) {
      return Optional.empty();
    }
    TreeEnsemble ensemble = trees.ensemble();
    long size = size(ensemble.trees(), ensemble.nodes());
    if (size > Integer.MAX_VALUE - 8) {
      throw new DataException(
          "the model has %d nodes in its trees, more than a model file holds"
              .formatted(ensemble.nodes()));
    }
    requireQuick(ensemble);
    ByteBuffer out = ByteBuffer.allocate((int) size);
    out.put(MAGIC).putInt(VERSION).putInt(code(ensemble.link())).putFloat(ensemble.base());
    out.putInt(ensemble.columns()).putInt(ensemble.trees()).putInt(ensemble.nodes());
    put(out, ensemble.roots());
    put(out, ensemble.split());
    put(out, ensemble.left());
    out.asFloatBuffer().put(ensemble.value());
    return Optional.of(out.array());
  }

  @Override
  public Scorer read(byte[] bytes, int columns) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    if (bytes.length < HEADER || !Arrays.equals(MAGIC, 0, MAGIC.length, bytes, 0, MAGIC.length)) {
      throw new DataException("the part %s is not a tree ensemble".formatted(id()));
    }
    in.position(MAGIC.length);
    int version = in.getInt();
    if (version != VERSION) {
      throw new DataException(
          "the part %s has format version %d, this program reads version %d"
              .formatted(id(), version, VERSION));
    }
    int link = in.getInt();
    float base = in.getFloat();
    int itsColumns = in.getInt();
    int trees = in.getInt();
    int nodes = in.getInt();
    if (link < 0 || link > 1 || trees < 0 || nodes < 0 || size(trees, nodes) != bytes.length) {
      throw new DataException("the part %s is truncated or damaged".formatted(id()));
    }
    if (itsColumns != columns) {
      throw new DataException(
          "the trees in the part %s split %d columns, the model's features have %d"
              .formatted(id(), itsColumns, columns));
    }
    int[] roots = ints(in, trees + 1);
    int[] split = ints(in, nodes);
    int[] left = ints(in, nodes);
    float[] value = new float[nodes];
    in.asFloatBuffer().get(value);
    try {
      TreeEnsemble ensemble =
          new TreeEnsemble(
              link == 0 ? Link.LOGISTIC : Link.MEAN, base, columns, roots, split, left, value);
      requireQuick(ensemble);
      return new TreeEnsembleScorer(ensemble);
    } catch (IllegalArgumentException invalid) {
      throw new DataException("the part %s is %s".formatted(id(), invalid.getMessage()), invalid);
    }
  }

  private static void requireQuick(TreeEnsemble ensemble) {
    long steps = ensemble.steps();
    if (steps > MOST_STEPS) {
      throw new DataException(
          "a row would pass %d nodes of its trees, more than the %d a model file may ask for"
              .formatted(steps, MOST_STEPS));
    }
  }

  private static int code(Link link) {
    return switch (link) {
      case LOGISTIC -> 0;
      case MEAN -> 1;
    };
  }

  private static long size(int trees, int nodes) {
    return HEADER + 4L * (trees + 1L) + 12L * nodes;
  }

  private static void put(ByteBuffer out, int[] values) {
    out.asIntBuffer().put(values);
    out.position(out.position() + Integer.BYTES * values.length);
  }

  private static int[] ints(ByteBuffer in, int count) {
    int[] values = new int[count];
    in.asIntBuffer().get(values);
    in.position(in.position() + Integer.BYTES * count);
    return values;
  }
}
