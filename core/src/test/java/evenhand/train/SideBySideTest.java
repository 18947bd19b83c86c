package evenhand.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenhand.data.DataException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
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
  void neverMoreAtOnceThanAsked() {
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    new SideBySide(3)
        .inOrder(
            "counting",
            JOBS,
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
                new SideBySide(2)
                    .inOrder(
                        "failing",
                        JOBS,
                        job -> {
                          throw new DataException("job " + job + " is wrong");
                        },
                        ProgressListener.NONE))
        .isInstanceOf(DataException.class)
        .hasMessage("job 0 is wrong");
  }

  @Test
  void memoryBoundsTheNumber() {
    long most = Runtime.getRuntime().maxMemory();
    assertThat(SideBySide.affordable(1).threads())
        .isEqualTo(Runtime.getRuntime().availableProcessors());
    assertThat(SideBySide.affordable(most).threads()).isOne();
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
    assertThat(heard).hasSize(51).isSorted().startsWith(0L).endsWith(50L);
  }

  @Test
  void noneAtATimeIsNoNumber() {
    assertThatThrownBy(() -> new SideBySide(0))
        .hasMessage("need at least one job at a time, got 0");
  }
}
