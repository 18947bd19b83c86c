package evenhand.torch;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * A residual network for small pictures: a stem of 3 × 3 kernels, four stages of basic blocks whose
 * width doubles and whose side halves, the mean over the picture, and a linear layer. Channels are
 * normalised in groups within each row, not over the batch, so that every row has a loss and a
 * gradient of its own.
 *
 * <p>He et al., "Deep residual learning for image recognition", CVPR 2016, table 6's stem with
 * table 1's blocks; Wu and He, "Group normalization", ECCV 2018.
 *
 * @param image shape of a row's picture
 * @param width channels of the first stage, ≥ 1; 64 in ResNet-18
 * @param blocks of each stage, each ≥ 1; 2, 2, 2, 2 in ResNet-18
 * @param outputs 1 for one logit, or the number of classes
 */
public record ResNet(Image image, int width, List<Integer> blocks, int outputs) implements Network {

  private static final double EPSILON = 1e-5;
  private static final int NORM_GROUPS = 8;

  public ResNet {
    blocks = List.copyOf(blocks);
  }

  /** Eighteen layers. */
  public static ResNet eighteen(Image image, int width, int outputs) {
    return new ResNet(image, width, List.of(2, 2, 2, 2), outputs);
  }

  private record Unit(Layer.Convolution convolution, Layer.Scale scale) {

    static Unit at(int at, int inputs, int outputs, int size, int stride) {
      Layer.Convolution convolution =
          new Layer.Convolution(at, inputs, outputs, size, stride, size / 2);
      return new Unit(convolution, new Layer.Scale(convolution.end(), outputs));
    }

    int end() {
      return scale.end();
    }

    Tensor pass(Tensor theta, Tensor signal, Tape tape) {
      Tensor out = tape.through(convolution, theta, signal);
      int channels = scale.channels();
      int groups = channels % NORM_GROUPS == 0 ? NORM_GROUPS : 1;
      Tensor normal =
          torch.group_norm(out, groups, new TensorOptional(), new TensorOptional(), EPSILON, false);
      return tape.through(scale, theta, normal);
    }
  }

  /**
   * @param around the way past the two; empty: as it came
   */
  private record Block(Unit first, Unit second, List<Unit> around) {

    int end() {
      return around.isEmpty() ? second.end() : around.get(0).end();
    }

    Tensor pass(Tensor theta, Tensor signal, Tape tape) {
      Tensor inner = second.pass(theta, torch.relu(first.pass(theta, signal, tape)), tape);
      Tensor past = signal;
      for (Unit unit : around) {
        past = unit.pass(theta, past, tape);
      }
      return torch.relu(inner.add(past));
    }
  }

  private record Plan(Unit stem, List<Block> blocks, Layer.Linear last) {

    List<Layer> layers() {
      List<Unit> units = new ArrayList<>(List.of(stem));
      for (Block block : blocks) {
        units.add(block.first());
        units.add(block.second());
        units.addAll(block.around());
      }
      List<Layer> layers = new ArrayList<>();
      for (Unit unit : units) {
        layers.add(unit.convolution());
        layers.add(unit.scale());
      }
      layers.add(last);
      return layers;
    }
  }

  private Plan plan() {
    Unit stem = Unit.at(0, image.channels(), width, 3, 1);
    List<Block> all = new ArrayList<>();
    int at = stem.end();
    int inputs = width;
    for (int stage = 0; stage < blocks.size(); stage++) {
      int channels = width << stage;
      for (int b = 0; b < blocks.get(stage); b++) {
        int stride = stage > 0 && b == 0 ? 2 : 1;
        Unit first = Unit.at(at, inputs, channels, 3, stride);
        Unit second = Unit.at(first.end(), channels, channels, 3, 1);
        List<Unit> around =
            stride == 1 && inputs == channels
                ? List.of()
                : List.of(Unit.at(second.end(), inputs, channels, 1, stride));
        Block block = new Block(first, second, around);
        all.add(block);
        at = block.end();
        inputs = channels;
      }
    }
    return new Plan(stem, all, new Layer.Linear(at, inputs, outputs));
  }

  @Override
  public int parameters() {
    return plan().last().end();
  }

  @Override
  public int columns() {
    return image.size();
  }

  @Override
  public float[] initial(long seed) {
    return Layer.initial(plan().layers(), seed);
  }

  @Override
  public Tensor forward(Tensor theta, Tensor features, Mode mode, Tape tape) {
    Plan plan = plan();
    Tensor signal = features.view(-1, image.channels(), image.height(), image.width());
    signal = torch.relu(plan.stem().pass(theta, signal, tape));
    for (Block block : plan.blocks()) {
      signal = block.pass(theta, signal, tape);
    }
    Tensor out = tape.through(plan.last(), theta, signal.mean(2, 3));
    return outputs == 1 ? out.view(-1) : out;
  }
}
