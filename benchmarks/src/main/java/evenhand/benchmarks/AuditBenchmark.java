package evenhand.benchmarks;

import evenhand.audit.Audit;
import evenhand.audit.AuditOptions;
import evenhand.audit.BinaryOutcomes;
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
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A whole audit with its 1000 replicates: two attributes of 2 and 5 groups and their intersection.
 * {@link #count} is the counting pass alone.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx4g")
public class AuditBenchmark {

  /** As many as adult.test has, and many. */
  @Param({"16281", "5000000"})
  public int rows;

  private int[] labels = {};
  private double[] decisions = {};
  private double[] scores = {};
  private List<Groups> attributes = List.of();

  @Setup
  public void draw() {
    SplittableRandom random = new SplittableRandom(1);
    scores = random.doubles(rows).toArray();
    labels = Arrays.stream(scores).mapToInt(s -> random.nextDouble() < s ? 1 : 0).toArray();
    decisions = Arrays.stream(scores).map(s -> s > 0.5 ? 1 : 0).toArray();
    Groups sex = groups("sex", 2, random);
    Groups race = groups("race", 5, random);
    attributes = List.of(sex, race, Groups.cross(List.of(sex, race)));
  }

  private Groups groups(String attribute, int k, SplittableRandom random) {
    return new Groups(
        attribute,
        IntStream.range(0, k).mapToObj(Integer::toString).toList(),
        random.ints(rows, 0, k).toArray());
  }

  @Benchmark
  public List<Tally> count() {
    return Tally.of(labels, decisions, Optional.empty(), attributes);
  }

  @Benchmark
  public Audit decisions() {
    return Audit.of(
        BinaryOutcomes.of(labels).withDecisions(decisions), attributes, AuditOptions.defaults());
  }

  @Benchmark
  public Audit decisionsAndScores() {
    return Audit.of(
        BinaryOutcomes.of(labels).withDecisions(decisions).withScores(scores),
        attributes,
        AuditOptions.defaults());
  }
}
