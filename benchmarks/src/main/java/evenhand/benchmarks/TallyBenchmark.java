package evenhand.benchmarks;

import evenhand.data.Groups;
import evenhand.metric.Tally;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The audit's counting pass on one core: the score is rows per second. {@link #memory} only adds up
 * the same three arrays, the least that any count must read.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 2, jvmArgsAppend = "-Djava.util.concurrent.ForkJoinPool.common.parallelism=0")
public class TallyBenchmark {

  private static final int ROWS = 5_000_000;

  /** How many groups the rows fall into. */
  @Param({"2", "10", "100"})
  public int groups;

  private int[] labels = {};
  private int[] decisions = {};
  private double[] probabilities = {};
  private double[] weights = {};
  private Groups partition = new Groups("group", List.of(), new int[0]);

  @Setup
  public void draw() {
    SplittableRandom random = new SplittableRandom(1);
    labels = random.ints(ROWS, 0, 2).toArray();
    decisions = random.ints(ROWS, 0, 2).toArray();
    probabilities = Arrays.stream(decisions).asDoubleStream().toArray();
    weights = random.doubles(ROWS).toArray();
    partition =
        new Groups(
            "group",
            IntStream.range(0, groups).mapToObj(Integer::toString).toList(),
            random.ints(ROWS, 0, groups).toArray());
  }

  @Benchmark
  @OperationsPerInvocation(ROWS)
  public long memory() {
    int[] codes = partition.codes();
    long sum = 0;
    for (int i = 0; i < ROWS; i++) {
      sum += labels[i] + decisions[i] + codes[i];
    }
    return sum;
  }

  @Benchmark
  @OperationsPerInvocation(ROWS)
  public Tally count() {
    return Tally.of(labels, decisions, partition);
  }

  /** Decisions as an audit gets them: doubles, here all 0 or 1. */
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public List<Tally> countProbabilities() {
    return Tally.of(labels, probabilities, Optional.empty(), List.of(partition));
  }

  @Benchmark
  @OperationsPerInvocation(ROWS)
  public List<Tally> countWeighted() {
    return Tally.of(labels, probabilities, Optional.of(weights), List.of(partition));
  }
}
