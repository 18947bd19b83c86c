package evenhand.train;

import evenhand.data.CsrMatrix;
import evenhand.data.Matrix;
import evenhand.data.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Runs the fits of a sweep side by side. */
final class SweepThreads {

  /** What a fit needs besides its own copy of the features: numbers of 8 bytes for each row. */
  private static final long NUMBERS_A_ROW = 24;

  private static final long COPIES = 3;

  private SweepThreads() {}

  /** Fits at once that the cores can serve and half of the free memory can hold; at least 1. */
  static int affordable(Sample training) {
    Runtime machine = Runtime.getRuntime();
    long free = machine.maxMemory() - (machine.totalMemory() - machine.freeMemory());
    long fits = Math.max(1, free / 2 / bytesOfAFit(training));
    return (int) Math.min(machine.availableProcessors(), fits);
  }

  static long bytesOfAFit(Sample training) {
    Matrix features = training.features();
    long values =
        features instanceof CsrMatrix sparse
            ? 2L * sparse.values().length
            : (long) features.rows() * features.columns();
    return COPIES * 4 * values + 8 * NUMBERS_A_ROW * training.size();
  }

  /**
   * The results in the order of the jobs. The first failure ends the others.
   *
   * @param listener told after every job, on the calling thread
   */
  static <J, R> List<R> inOrder(
      List<J> jobs, int threads, Function<J, R> work, ProgressListener listener) {
    ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, threads));
    try {
      AtomicInteger done = new AtomicInteger();
      List<Future<R>> futures = new ArrayList<>();
      for (J job : jobs) {
        futures.add(
            pool.submit(
                () -> {
                  R result = work.apply(job);
                  done.incrementAndGet();
                  return result;
                }));
      }
      List<R> results = new ArrayList<>();
      listener.progress("fitting", 0, jobs.size());
      for (Future<R> future : futures) {
        results.add(future.get());
        listener.progress("fitting", done.get(), jobs.size());
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("the sweep was interrupted");
    } catch (ExecutionException e) {
      throw unwrapped(e);
    } finally {
      pool.shutdownNow();
    }
  }

  private static RuntimeException unwrapped(ExecutionException e) {
    Throwable cause = e.getCause();
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException failure ? failure : new IllegalStateException(cause);
  }
}
