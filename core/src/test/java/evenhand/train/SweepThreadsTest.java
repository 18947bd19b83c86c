package evenhand.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenhand.data.DataException;
import evenhand.data.DenseMatrix;
import evenhand.data.Sample;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SweepThreadsTest {

  private static final List<Integer> JOBS = IntStream.range(0, 50).boxed().toList();

  @Test
  void resultsComeInTheOrderOfTheJobs() {
    List<Integer> results = SweepThreads.inOrder(JOBS, 7, job -> job * job, ProgressListener.NONE);
    assertThat(results).isEqualTo(JOBS.stream().map(job -> job * job).toList());
  }

  @Test
  void neverMoreAtOnceThanAsked() {
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    SweepThreads.inOrder(
        JOBS,
        3,
        job -> {
          most.accumulateAndGet(running.incrementAndGet(), Math::max);
          LockSupport.parkNanos(200_000);
          return running.decrementAndGet();
        },
        ProgressListener.NONE);
    assertThat(most.get()).isBetween(1, 3);
  }

  @Test
  void theFirstFailureComesOutAsItIs() {
    assertThatThrownBy(
            () ->
                SweepThreads.inOrder(
                    JOBS,
                    2,
                    job -> {
                      throw new DataException("job " + job + " is wrong");
                    },
                    ProgressListener.NONE))
        .isInstanceOf(DataException.class)
        .hasMessage("job 0 is wrong");
  }

  @Test
  void memoryBoundsTheNumber() {
    int rows = 1000;
    Sample sample =
        Sample.of(new DenseMatrix(rows, 10, new float[rows * 10]), new int[rows], List.of());
    assertThat(SweepThreads.bytesOfAFit(sample)).isEqualTo(3 * 4 * 10_000L + 8 * 24 * 1000L);
    assertThat(SweepThreads.affordable(sample))
        .isBetween(1, Runtime.getRuntime().availableProcessors());
  }
}
