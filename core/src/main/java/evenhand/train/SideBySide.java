package evenhand.train;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Runs jobs that need nothing of each other, several at a time.
 *
 * @param threads jobs at once at most, ≥ 1
 */
public record SideBySide(int threads) {

  public SideBySide {
    if (threads < 1) {
      throw new IllegalArgumentException("need at least one job at a time, got " + threads);
    }
  }

  /**
   * As many at once as the cores can serve and half of the free memory can hold; at least 1.
   *
   * @param bytes that a job takes, ≥ 1
   */
  public static SideBySide affordable(long bytes) {
    Runtime machine = Runtime.getRuntime();
    long free = machine.maxMemory() - (machine.totalMemory() - machine.freeMemory());
    long jobs = Math.max(1, free / 2 / bytes);
    return new SideBySide((int) Math.min(machine.availableProcessors(), jobs));
  }

  /**
   * The results in the order of the jobs. The first failure ends the others.
   *
   * @param step what people are told is being done
   * @param listener told after every job, on the calling thread
   */
  public <J, R> List<R> inOrder(
      String step, List<J> jobs, Function<J, R> work, ProgressListener listener) {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
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
      listener.progress(step, 0, jobs.size());
      for (Future<R> future : futures) {
        results.add(future.get());
        listener.progress(step, done.get(), jobs.size());
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException(step + " was interrupted");
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
