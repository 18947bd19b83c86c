package evenhand.benchmarks;

import evenhand.calibrate.BetaCalibration;
import evenhand.calibrate.CalibrationMap;
import evenhand.calibrate.IsotonicRegression;
import evenhand.calibrate.Multicalibration;
import evenhand.calibrate.PlattScaling;
import evenhand.calibrate.Scale;
import evenhand.calibrate.ScoredRows;
import evenhand.calibrate.SubgroupAudit;
import evenhand.calibrate.TemperatureScaling;
import evenhand.data.Groups;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Fitting maps to 1 M distinct scores, and multicalibration of 100,000 rows with ten binary
 * attributes at every order: 59,049 subgroups.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
public class CalibrationBenchmark {

  private static final int MANY = 1_000_000;
  private static final int SOME = 100_000;
  private static final Multicalibration BY = new Multicalibration(0.05, 10, 200, 10_000);

  private ScoredRows many = ScoredRows.of(new double[1], new int[1], Scale.PROBABILITY);
  private ScoredRows some = many;
  private List<Groups> attributes = List.of();

  /** Labels less certain than their scores. */
  @Setup
  public void draw() {
    SplittableRandom random = new SplittableRandom(1);
    double[] scores = random.doubles(MANY).toArray();
    int[] labels =
        Arrays.stream(scores)
            .mapToInt(score -> random.nextDouble() < 0.15 + 0.7 * score ? 1 : 0)
            .toArray();
    many = ScoredRows.of(scores, labels, Scale.PROBABILITY);
    some = many.select(IntStream.range(0, SOME).toArray());
    attributes =
        IntStream.range(0, 10)
            .mapToObj(
                a -> new Groups("a" + a, List.of("no", "yes"), random.ints(SOME, 0, 2).toArray()))
            .toList();
  }

  @Benchmark
  public CalibrationMap platt() {
    return new PlattScaling().fit(many);
  }

  @Benchmark
  public CalibrationMap isotonic() {
    return new IsotonicRegression().fit(many);
  }

  @Benchmark
  public CalibrationMap temperature() {
    return new TemperatureScaling().fit(many);
  }

  @Benchmark
  public CalibrationMap beta() {
    return new BetaCalibration().fit(many);
  }

  @Benchmark
  public Multicalibration.Result multicalibrate() {
    return BY.fit(some.scores(), some, attributes);
  }

  @Benchmark
  public SubgroupAudit subgroups() {
    return SubgroupAudit.of(some.scores(), some, attributes, BY);
  }
}
