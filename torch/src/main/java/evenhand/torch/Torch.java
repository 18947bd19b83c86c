package evenhand.torch;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * The one way in to libtorch. Loading takes a second or more, so that a command that trains no
 * network must not come here.
 */
public final class Torch {

  private static boolean loaded;

  private Torch() {}

  /**
   * Loads the libraries, once. They run on one thread: a network's training is the same on any
   * machine's number of cores, and several trainings share the cores instead.
   */
  public static synchronized void load() {
    if (loaded) {
      return;
    }
    // Memory is owned by scopes; must be set before any class of JavaCPP is initialised.
    System.setProperty("org.bytedeco.javacpp.nopointergc", "true");
    try {
      // Unpacked before they are linked: else a libtorch of the system's could be picked up.
      String platform = Loader.getPlatform();
      for (String library : new String[] {"javacpp", "openblas", "pytorch"}) {
        Loader.cacheResources("/org/bytedeco/" + library + "/" + platform + "/");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("libtorch can't be unpacked", e);
    }
    openblas_nolapack.blas_set_num_threads(1);
    torch.set_num_threads(1);
    loaded = true;
  }

  /** A float tensor with these values, row-major; owned by the scope it is born in. */
  public static Tensor floats(float[] values, long... shape) {
    Tensor tensor = torch.empty(shape);
    tensor.data_ptr_float().put(values);
    return tensor;
  }

  /** A double tensor. */
  public static Tensor doubles(double[] values, long... shape) {
    Tensor tensor =
        torch.empty(
            shape,
            new TensorOptions(torch.ScalarType.Double),
            new org.bytedeco.pytorch.MemoryFormatOptional());
    tensor.data_ptr_double().put(values);
    return tensor;
  }

  /**
   * Slopes of several tensors, carried back together.
   *
   * @param outputs where the slopes are, on the tape
   * @param slopes of one number by each output, of their shapes
   * @param inputs what they are carried to
   * @param graph what becomes of it
   * @return one gradient an input, in their order
   */
  static TensorVector backward(
      TensorVector outputs, TensorVector slopes, TensorVector inputs, Graph graph) {
    return torch.grad(outputs, inputs, slopes, new BoolOptional(graph == Graph.KEPT), false, false);
  }

  /** What becomes of what was noted for backward passes, after one. */
  enum Graph {
    KEPT,
    FREED
  }

  /** Euclidean. */
  static double norm(Tensor tensor) {
    return tensor.norm().item_double();
  }

  /** The values of a float tensor of any layout, on no tape any more. */
  static double[] read(Tensor tensor) {
    float[] values = new float[Math.toIntExact(tensor.numel())];
    read(tensor.detach().contiguous(), values);
    double[] read = new double[values.length];
    for (int i = 0; i < read.length; i++) {
      read[i] = values[i];
    }
    return read;
  }

  /** A float tensor of doubles. */
  static Tensor floats(double[] values, long... shape) {
    float[] narrowed = new float[values.length];
    for (int i = 0; i < narrowed.length; i++) {
      narrowed[i] = (float) values[i];
    }
    return floats(narrowed, shape);
  }

  /** The values of a float tensor that is contiguous. */
  public static void read(Tensor tensor, float[] into) {
    tensor.data_ptr_float().get(into);
  }
}
