package evenhand.torch;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
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

  /** The values of a float tensor that is contiguous. */
  public static void read(Tensor tensor, float[] into) {
    tensor.data_ptr_float().get(into);
  }
}
