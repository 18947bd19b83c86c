package evenhand.train;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
   * As many at once as the cores can serve and half of the free heap can hold; at least 1.
   *
   * @param bytes that a job takes of it, ≥ 1
   */
  public static SideBySide affordable(long bytes) {
    if (bytes < 1) {
      throw new IllegalArgumentException("a job takes at least one byte, got " + bytes);
    }
    Runtime machine = Runtime.getRuntime();
    long free = machine.maxMemory() - (machine.totalMemory() - machine.freeMemory());
    long jobs = Math.max(1, free / 2 / bytes);
    return new SideBySide((int) Math.min(machine.availableProcessors(), jobs));
  }

  /**
   * @param asked jobs at once at most, ≥ 1; empty: {@link #affordable}
   */
  public static SideBySide of(OptionalInt asked, long bytes) {
    return asked.isPresent() ? new SideBySide(asked.getAsInt()) : affordable(bytes);
  }

  private record Done<R>(int job, R result) {}

  /**
   * The results in the order of the jobs. The first failure is thrown as it is, at once: no other
   * job begins, and those under way are interrupted.
   *
   * @param step what people are told is being done
   * @param listener told after every job, on the calling thread
   */
  public <J, R> List<R> inOrder(
      String step, List<J> jobs, Function<J, R> work, ProgressListener listener) {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    CompletionService<Done<R>> completed = new ExecutorCompletionService<>(pool);
    try {
      for (int j = 0; j < jobs.size(); j++) {
        int job = j;
        completed.submit(() -> new Done<>(job, work.apply(jobs.get(job))));
      }
      Map<Integer, R> results = new TreeMap<>();
      listener.progress(step, 0, jobs.size());
      while (results.size() < jobs.size()) {
        Done<R> done = completed.take().get();
        results.put(done.job(), done.result());
        listener.progress(step, results.size(), jobs.size());
      }
      return List.copyOf(results.values());
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
