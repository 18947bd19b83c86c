package evenhand.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** After the libraries were loaded on another thread. */
final class TorchTest {

  private static final String NAME = "computes-alone";
  private static final Path TASKS = Path.of("/proc/self/task");

  @BeforeAll
  static void load() {
    Torch.load();
  }

  @Test
  void everyThreadIsToldThatItComputesAlone() throws ExecutionException, InterruptedException {
    int threads =
        onThreadOfItsOwn(
            () -> {
              Torch.load();
              return torch.get_num_threads();
            });

    assertThat(threads).isEqualTo(1);
  }

  /**
   * What libtorch divides itself it would divide by one number for all threads; its library of
   * convolutions asks OpenMP, which has a number for each. Nothing else must run here before.
   */
  @Test
  void aThreadsConvolutionHasNoHelpers() throws ExecutionException, InterruptedException {
    assumeTrue(Files.isDirectory(TASKS), "needs the threads of Linux to count");

    long threads =
        onThreadOfItsOwn(
            () -> {
              Torch.load();
              convolve();
              return threadsOfTheName();
            });

    assertThat(threads).isEqualTo(1);
  }

  private static void convolve() {
    try (PointerScope ignored = new PointerScope()) {
      Tensor pictures = Torch.floats(new float[1 << 20], 16, 16, 64, 64);
      torch.conv2d(pictures, Torch.floats(new float[32 * 16 * 9], 32, 16, 3, 3));
    }
  }

  /** OpenMP's threads are named as the one that they help. */
  private static long threadsOfTheName() throws IOException {
    List<Path> tasks;
    try (Stream<Path> all = Files.list(TASKS)) {
      tasks = all.toList();
    }
    long count = 0;
    for (Path task : tasks) {
      try {
        count += Files.readString(task.resolve("comm")).strip().equals(NAME) ? 1 : 0;
      } catch (NoSuchFileException e) {
        // it has ended
      }
    }
    return count;
  }

  private static <T> T onThreadOfItsOwn(Callable<T> work)
      throws ExecutionException, InterruptedException {
    FutureTask<T> task = new FutureTask<>(work);
    new Thread(task, NAME).start();
    return task.get();
  }
}
