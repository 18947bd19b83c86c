package evenhand.torch;

import evenhand.data.DataException;
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

  private static final ThreadLocal<Device> DEVICE = ThreadLocal.withInitial(() -> Device.CPU);

  /** Of the platform's name where a library is built for CUDA. */
  private static final String GPU = "-gpu";

  private static boolean loaded;

  /**
   * Whether this thread's work is done by it alone: the number of threads is OpenMP's, by thread.
   */
  private static final ThreadLocal<Boolean> ALONE = ThreadLocal.withInitial(() -> false);

  private Torch() {}

  /** Until it is closed, tensors made on this thread are made on a device. */
  public interface Placed extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Loads the libraries, and has tensors of this thread made on a device.
   *
   * @throws DataException when libtorch can't compute there
   */
  public static Placed on(Device device) {
    load();
    if (device == Device.CUDA && !torch.cuda_is_available()) {
      throw new DataException(
          "libtorch finds no CUDA device here; leave device=cuda out, or build with -Pcuda and run where NVIDIA's driver sees a graphics processor");
    }
    Device before = DEVICE.get();
    DEVICE.set(device);
    return () -> DEVICE.set(before);
  }

  /** A tensor with its values where tensors of this thread are. */
  static Tensor placed(Tensor tensor) {
    return DEVICE.get() == Device.CUDA ? tensor.cuda() : tensor;
  }

  /**
   * Loads the libraries, once. What a thread asks of them they do on that thread: a network's
   * training is the same on any machine's number of cores, and several trainings share the cores
   * instead.
   */
  public static void load() {
    loadOnce();
    if (!ALONE.get()) {
      torch.set_num_threads(1);
      ALONE.set(true);
    }
  }

  private static synchronized void loadOnce() {
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
        Loader.cacheResources("/org/bytedeco/" + library + "/" + platform + GPU + "/");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("libtorch can't be unpacked", e);
    }
    openblas_nolapack.blas_set_num_threads(1);
    loaded = true;
  }

  /** A float tensor with these values, row-major; owned by the scope it is born in. */
  public static Tensor floats(float[] values, long... shape) {
    Tensor tensor = torch.empty(shape);
    tensor.data_ptr_float().put(values);
    return placed(tensor);
  }

  /** A double tensor. */
  public static Tensor doubles(double[] values, long... shape) {
    Tensor tensor =
        torch.empty(
            shape,
            new TensorOptions(torch.ScalarType.Double),
            new org.bytedeco.pytorch.MemoryFormatOptional());
    tensor.data_ptr_double().put(values);
    return placed(tensor);
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

  /** The values of a tensor of any layout, on no tape any more. */
  public static double[] read(Tensor tensor) {
    Tensor plain = tensor.detach().cpu().contiguous();
    double[] read = new double[Math.toIntExact(tensor.numel())];
    if (tensor.itemsize() == Double.BYTES) {
      plain.data_ptr_double().get(read);
      return read;
    }
    float[] values = new float[read.length];
    read(plain, values);
    for (int i = 0; i < read.length; i++) {
      read[i] = values[i];
    }
    return read;
  }

  /** A float tensor of doubles. */
  public static Tensor floats(double[] values, long... shape) {
    float[] narrowed = new float[values.length];
    for (int i = 0; i < narrowed.length; i++) {
      narrowed[i] = (float) values[i];
    }
    return floats(narrowed, shape);
  }

  /** The values of a float tensor that is contiguous. */
  public static void read(Tensor tensor, float[] into) {
    tensor.cpu().data_ptr_float().get(into);
  }

  /** A tensor of doubles, of the type that another has. */
  public static Tensor like(Tensor other, double[] values) {
    return other.itemsize() == Double.BYTES
        ? doubles(values, values.length)
        : floats(values, values.length);
  }

  /** Indices of rows or classes. */
  public static Tensor indices(int[] values) {
    Tensor tensor =
        torch.empty(
            new long[] {values.length},
            new TensorOptions(torch.ScalarType.Int),
            new org.bytedeco.pytorch.MemoryFormatOptional());
    tensor.data_ptr_int().put(values);
    return placed(tensor.to(torch.ScalarType.Long));
  }

  /** A float tensor of any values. */
  static Tensor empty(long... shape) {
    return placed(torch.empty(shape));
  }

  /**
   * The gradient by one tensor of what has this slope at another.
   *
   * @param slope one number an entry of the output
   */
  public static Tensor backward(Tensor output, double[] slope, Tensor by) {
    return backward(output, like(output, slope).view_as(output), by, Graph.FREED);
  }

  /** The same of a slope that is a tensor of the output's shape. */
  static Tensor backward(Tensor output, Tensor slope, Tensor by, Graph graph) {
    return backward(new TensorVector(output), new TensorVector(slope), new TensorVector(by), graph)
        .get(0);
  }
}
