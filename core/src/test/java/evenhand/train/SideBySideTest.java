package evenhand.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenhand.data.DataException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class SideBySideTest {

  private static final List<Integer> JOBS = IntStream.range(0, 50).boxed().toList();

  @Test
  void resultsComeInTheOrderOfTheJobs() {
    List<Integer> results =
        new SideBySide(7).inOrder("squaring", JOBS, job -> job * job, ProgressListener.NONE);
    assertThat(results).isEqualTo(JOBS.stream().map(job -> job * job).toList());
  }

  @Test
  void asManyAtOnceAsAskedAndNeverMore() {
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CyclicBarrier three = new CyclicBarrier(3);
    new SideBySide(3)
        .inOrder(
            "meeting",
            JOBS.subList(0, 48),
            job -> {
              most.accumulateAndGet(running.incrementAndGet(), Math::max);
              try {
                three.await(1, TimeUnit.MINUTES);
              } catch (Exception e) {
                throw new IllegalStateException("three jobs did not run at once", e);
              }
              return running.decrementAndGet();
            },
            ProgressListener.NONE);
    assertThat(most.get()).isEqualTo(3);
  }

  /** The first job waits for a failure that comes while it runs, and is interrupted by it. */
  @Test
  void aFailureComesOutAsItIsWithoutWaitingForEarlierJobs() {
    AtomicInteger begun = new AtomicInteger();
    CountDownLatch interrupted = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    assertThatThrownBy(
            () ->
                new SideBySide(2)
                    .inOrder(
                        "failing",
                        JOBS,
                        job -> {
                          begun.incrementAndGet();
                          if (job == 1) {
                            throw new DataException("job 1 is wrong");
                          }
                          try {
                            return never.await(1, TimeUnit.MINUTES);
                          } catch (InterruptedException e) {
                            interrupted.countDown();
                            throw new CancellationException("interrupted");
                          }
                        },
                        ProgressListener.NONE))
        .isInstanceOf(DataException.class)
        .hasMessage("job 1 is wrong");
    assertThatCode(() -> assertThat(interrupted.await(1, TimeUnit.MINUTES)).isTrue())
        .doesNotThrowAnyException();
    assertThat(begun.get()).as("no job begins after the failure but one that had").isLessThan(5);
  }

  @Test
  void whoWaitsMayBeInterrupted() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(
            () -> new SideBySide(1).inOrder("waiting", JOBS, job -> job, ProgressListener.NONE))
        .isInstanceOf(CancellationException.class)
        .hasMessage("waiting was interrupted");
    assertThat(Thread.interrupted()).as("still says so").isTrue();
  }

  @Test
  void memoryBoundsTheNumber() {
    long most = Runtime.getRuntime().maxMemory();
    assertThat(SideBySide.affordable(1).threads())
        .isEqualTo(Runtime.getRuntime().availableProcessors());
    assertThat(SideBySide.affordable(most).threads()).isOne();
    assertThat(SideBySide.of(OptionalInt.empty(), most).threads()).isOne();
    assertThat(SideBySide.of(OptionalInt.of(3), most).threads()).isEqualTo(3);
  }

  @Test
  void theListenerHearsHowManyAreDone() {
    List<Long> heard = new ArrayList<>();
    new SideBySide(1)
        .inOrder(
            "running",
            JOBS,
            job -> job,
            (step, done, total) -> {
              assertThat(step).isEqualTo("running");
              assertThat(total).isEqualTo(50);
              heard.add(done);
            });
    assertThat(heard).isEqualTo(LongStream.rangeClosed(0, 50).boxed().toList());
  }

  @Test
  void noneAtATimeIsNoNumberNorIsAJobOfNoBytes() {
    assertThatThrownBy(() -> new SideBySide(0))
        .hasMessage("need at least one job at a time, got 0");
    assertThatThrownBy(() -> SideBySide.affordable(0))
        .hasMessage("a job takes at least one byte, got 0");
  }
}
