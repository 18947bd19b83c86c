package evenhand.benchmarks;

import evenhand.frontier.Axes;
import evenhand.frontier.FrontierJob;
import evenhand.frontier.Merit;
import evenhand.learner.LogisticRegression;
import evenhand.learners.Learners;
import evenhand.model.ModelFile;
import evenhand.tables.DataSource;
import evenhand.tables.Opened;
import evenhand.tables.ReadOptions;
import evenhand.train.Method;
import evenhand.train.Methods;
import evenhand.train.ProgressListener;
import evenhand.train.Sweep;
import evenhand.train.TrainingData;
import evenhand.train.TrainingOptions;
import evenhand.train.TrialFolder;
import evenhand.train.WeightMeaning;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Times a sweep on Adult against as many plain fits as it has candidates, in the same run. */
public final class FrontierBenchmark {

  private static final int SEEDS = 3;

  private FrontierBenchmark() {}

  public static void main(String[] arguments) throws IOException {
    DataSource source = new DataSource(ReadOptions.defaults(), Optional.empty());
    Opened opened = source.open("adult");
    TrainingData data = data(source, opened);
    for (int round = 0; round < 3; round++) {
      measure(data);
    }
  }

  private static TrainingData data(DataSource source, Opened opened) {
    List<String> features =
        opened.table().names().stream()
            .filter(name -> !List.of("income", "sex").contains(name))
            .filter(name -> !opened.leftOut().contains(name))
            .toList();
    return new TrainingData(
        opened.table(),
        source.testOf("adult", opened),
        evenhand.data.Outcome.of(opened.table(), "income", ">50K"),
        List.of(evenhand.data.GroupColumn.parse("sex")),
        TrainingData.Intersection.NONE,
        features,
        Optional.empty(),
        WeightMeaning.ERROR_AND_PARITY);
  }

  private static void measure(TrainingData data) throws IOException {
    Axes axes = Axes.of(Merit.ACCURACY, "demographic_parity", List.of("sex"));
    List<Method> methods =
        Methods.NAMES.stream().map(name -> Methods.named(name, Map.of())).toList();
    TrainingOptions options = TrainingOptions.defaults();
    Sweep plain = sweep(data, axes, new Sweep.Plan(methods.subList(0, 1), List.of(), 41));
    Sweep all =
        sweep(
            data,
            axes,
            new Sweep.Plan(methods, List.of(0.005, 0.01, 0.02, 0.03, 0.05, 0.08, 0.12), SEEDS));
    double one =
        seconds(plain, 1)
            - seconds(sweep(data, axes, new Sweep.Plan(methods.subList(0, 1), List.of(), 1)), 1);
    Path folder = Files.createTempDirectory("frontier");
    long start = System.nanoTime();
    FrontierJob job = new FrontierJob(all, axes, Optional.empty(), axes.worstCorner());
    FrontierJob.Result result = job.run(kept(folder), OptionalInt.empty(), ProgressListener.NONE);
    double whole = (System.nanoTime() - start) / 1e9;
    double again = again(job, folder);
    int candidates = result.evidence().candidates().size();
    System.out.printf(
        Locale.ROOT,
        "plain fit %.3f s, %d candidates: sweep and measures %.2f s, ratio to so many plain fits %.2f; of it measuring %.2f s; replicates %d%n",
        one / 40,
        candidates,
        whole,
        whole / (candidates * one / 40),
        again,
        options.replicates());
  }

  /** Everything is there already, so that only measuring is left. */
  private static double again(FrontierJob job, Path folder) {
    long start = System.nanoTime();
    FrontierJob.Result result = job.run(kept(folder), OptionalInt.empty(), ProgressListener.NONE);
    if (result.reused() != result.evidence().candidates().size()) {
      throw new IllegalStateException("something was fitted again");
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private static double seconds(Sweep sweep, int threads) throws IOException {
    Path folder = Files.createTempDirectory("frontier");
    long start = System.nanoTime();
    sweep.run(kept(folder), OptionalInt.of(threads), ProgressListener.NONE);
    return (System.nanoTime() - start) / 1e9;
  }

  private static Sweep sweep(TrainingData data, Axes axes, Sweep.Plan plan) {
    return new Sweep(
        data,
        axes.requirements(),
        plan,
        LogisticRegression.defaults(),
        TrainingOptions.defaults().withSeed(1));
  }

  private static TrialFolder kept(Path folder) {
    return new TrialFolder(folder, new ModelFile(Learners.formats()), "benchmark", "none");
  }
}
