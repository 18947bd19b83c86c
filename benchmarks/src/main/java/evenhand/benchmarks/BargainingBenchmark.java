package evenhand.benchmarks;

import evenhand.gradient.Aggregation;
import evenhand.gradient.AlignedMtl;
import evenhand.gradient.Cagrad;
import evenhand.gradient.Gramian;
import evenhand.gradient.ImtlG;
import evenhand.gradient.MinNorm;
import evenhand.gradient.NashBargaining;
import evenhand.gradient.Pcgrad;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
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
 * One aggregation of the gradients of K players, their products known. {@code main} prints the
 * thread's own processor time, which other processes hardly change.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class BargainingBenchmark {

  private static final int GAMES = 64;
  private static final int DIMENSION = 512;

  /** How many players bargain. */
  @Param({"4", "10"})
  public int players;

  private final Gramian[] games = new Gramian[GAMES];
  private final float[][] vectors = new float[10][DIMENSION];
  private int next;

  @Setup
  public void draw() {
    SplittableRandom random = new SplittableRandom(1);
    for (int game = 0; game < GAMES; game++) {
      double[][] gradients = new double[players][20];
      for (double[] gradient : gradients) {
        for (int l = 0; l < gradient.length; l++) {
          gradient[l] = random.nextGaussian();
        }
      }
      games[game] = Gramian.of(gradients);
    }
    for (float[] vector : vectors) {
      for (int l = 0; l < DIMENSION; l++) {
        vector[l] = (float) random.nextGaussian();
      }
    }
  }

  private Gramian game() {
    next = (next + 1) % GAMES;
    return games[next];
  }

  @Benchmark
  public Aggregation nash() {
    return NashBargaining.defaults().weigh(game(), new SplittableRandom(1));
  }

  @Benchmark
  public Aggregation minNorm() {
    return new MinNorm().weigh(game(), new SplittableRandom(1));
  }

  @Benchmark
  public Aggregation cagrad() {
    return Cagrad.defaults().weigh(game(), new SplittableRandom(1));
  }

  @Benchmark
  public Aggregation pcgrad() {
    return new Pcgrad().weigh(game(), new SplittableRandom(1));
  }

  @Benchmark
  public Aggregation imtlG() {
    return new ImtlG().weigh(game(), new SplittableRandom(1));
  }

  @Benchmark
  public Aggregation alignedMtl() {
    return new AlignedMtl().weigh(game(), new SplittableRandom(1));
  }

  /** The products of ten gradients by 512 example weights. */
  @Benchmark
  public Gramian products() {
    return Gramian.of(vectors);
  }

  /** Prints microseconds of processor time, the least of 40 rounds over all games. */
  public static void main(String[] arguments) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    for (int players : new int[] {4, 10}) {
      BargainingBenchmark benchmark = new BargainingBenchmark();
      benchmark.players = players;
      benchmark.draw();
      Map<String, Supplier<Aggregation>> all = new LinkedHashMap<>();
      all.put("nash", benchmark::nash);
      all.put("minNorm", benchmark::minNorm);
      all.put("cagrad", benchmark::cagrad);
      all.put("pcgrad", benchmark::pcgrad);
      all.put("imtlG", benchmark::imtlG);
      all.put("alignedMtl", benchmark::alignedMtl);
      all.forEach(
          (name, once) ->
              System.out.printf(
                  Locale.ROOT, "%s %d: %.1f us%n", name, players, least(threads, once)));
    }
  }

  private static double least(ThreadMXBean threads, Supplier<Aggregation> once) {
    int times = 20 * GAMES;
    double least = Double.POSITIVE_INFINITY;
    int seen = 0;
    for (int round = 0; round < 40; round++) {
      long start = threads.getCurrentThreadCpuTime();
      for (int i = 0; i < times; i++) {
        seen += once.get() instanceof Aggregation.Agreed ? 1 : 0;
      }
      least = Math.min(least, (threads.getCurrentThreadCpuTime() - start) / 1e3 / times);
    }
    if (seen == 0) {
      throw new IllegalStateException("nobody agreed");
    }
    return least;
  }
}
