package evenhand.torch;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Stages of 3 × 3 convolutions, each halved by its largest entries of 2 × 2, whose width doubles up
 * to eight times the first; then linear layers with dropout.
 *
 * <p>Simonyan and Zisserman, "Very deep convolutional networks", ICLR 2015, table 1.
 *
 * @param image shape of a row's picture; each side at least 2 to the power of the stages
 * @param width channels of the first stage, ≥ 1; 64 in VGG-16
 * @param stages convolutions of each; 2, 2, 3, 3, 3 in configuration D
 * @param hidden widths of the linear layers before the last; 4096, 4096 in VGG-16
 * @param dropout share masked after each hidden linear layer, in [0, 1)
 * @param outputs 1 for one logit, or the number of classes
 */
public record Vgg(
    Image image, int width, List<Integer> stages, List<Integer> hidden, double dropout, int outputs)
    implements Network {

  private static final int WIDEST = 8;

  public Vgg {
    stages = List.copyOf(stages);
    hidden = List.copyOf(hidden);
    int least = 1 << stages.size();
    if (image.height() < least || image.width() < least) {
      throw new IllegalArgumentException(
          "%d stages need pictures of at least %d by %d, these are %d by %d"
              .formatted(stages.size(), least, least, image.height(), image.width()));
    }
  }

  /** Configuration D. */
  public static Vgg sixteen(Image image, int outputs) {
    return new Vgg(image, 64, List.of(2, 2, 3, 3, 3), List.of(4096, 4096), 0.5, outputs);
  }

  private record Plan(List<List<Layer.Convolution>> stages, List<Layer.Linear> linear) {

    List<Layer> layers() {
      List<Layer> layers = new ArrayList<>();
      stages.forEach(layers::addAll);
      layers.addAll(linear);
      return layers;
    }
  }

  private Plan plan() {
    List<List<Layer.Convolution>> all = new ArrayList<>();
    int at = 0;
    int inputs = image.channels();
    for (int stage = 0; stage < stages.size(); stage++) {
      int channels = width * Math.min(WIDEST, 1 << stage);
      List<Layer.Convolution> convolutions = new ArrayList<>();
      for (int c = 0; c < stages.get(stage); c++) {
        Layer.Convolution convolution = new Layer.Convolution(at, inputs, channels, 3, 1, 1);
        convolutions.add(convolution);
        at = convolution.end();
        inputs = channels;
      }
      all.add(convolutions);
    }
    inputs *= (image.height() >> stages.size()) * (image.width() >> stages.size());
    List<Layer.Linear> linear = new ArrayList<>();
    List<Integer> widths = new ArrayList<>(hidden);
    widths.add(outputs);
    for (int next : widths) {
      Layer.Linear layer = new Layer.Linear(at, inputs, next);
      linear.add(layer);
      at = layer.end();
      inputs = next;
    }
    return new Plan(all, linear);
  }

  @Override
  public int parameters() {
    List<Layer.Linear> linear = plan().linear();
    return linear.get(linear.size() - 1).end();
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
    for (List<Layer.Convolution> stage : plan.stages()) {
      for (Layer.Convolution convolution : stage) {
        signal = torch.relu(tape.through(convolution, theta, signal));
      }
      signal = torch.max_pool2d(signal, 2, 2);
    }
    signal = signal.reshape(signal.size(0), -1);
    List<Layer.Linear> linear = plan.linear();
    for (int l = 0; l < linear.size(); l++) {
      signal = tape.through(linear.get(l), theta, signal);
      if (l < linear.size() - 1) {
        signal = mode.dropped(torch.relu(signal), dropout);
      }
    }
    return outputs == 1 ? signal.view(-1) : signal;
  }
}
