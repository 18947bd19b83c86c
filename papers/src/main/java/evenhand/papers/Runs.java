package evenhand.papers;

import evenhand.torch.meta.MetaOptions;
import evenhand.train.ProgressListener;
import evenhand.train.SideBySide;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * What an experiment runs with every seed.
 *
 * @param method of its cells
 * @param configuration all that its figures depend on but the seed
 * @param work what a seed gives; asked on any thread
 */
record Runs(String method, Map<String, String> configuration, IntFunction<Cell> work) {

  private record Job(CellId id, Runs runs, int seed) {}

  /**
   * One for each method.
   *
   * @param configuration of a method: all that its figures depend on but the seed
   * @param work what a method gives with a seed
   */
  static List<Runs> of(
      Collection<String> methods,
      Function<String, Map<String, String>> configuration,
      BiFunction<String, Integer, Cell> work) {
    return methods.stream()
        .map(
            method ->
                new Runs(method, configuration.apply(method), seed -> work.apply(method, seed)))
        .toList();
  }

  /**
   * What people are told of a training, and beside it every option, so that a cell isn't found
   * again after one has changed.
   */
  static Map<String, String> keyed(Map<String, String> told, MetaOptions options) {
    Map<String, String> all = new LinkedHashMap<>(told);
    all.put("options", options.toString());
    return all;
  }

  /**
   * Runs what the folder doesn't hold yet, several at a time, each seed's methods before the next
   * seed's. The figures don't depend on how many.
   *
   * @param all of different methods
   * @param bytes of the heap that a run takes, about
   * @return cells by method, in the order of the seeds
   */
  static Map<String, List<Cell>> cells(
      List<Runs> all, Seeds seeds, RunOptions options, long bytes, ProgressListener progress) {
    if (all.stream().map(Runs::method).distinct().count() < all.size()) {
      throw new IllegalArgumentException("two runs of one method would share their cells");
    }
    List<Job> jobs = new ArrayList<>();
    for (int seed : seeds.each()) {
      for (Runs runs : all) {
        jobs.add(new Job(new CellId(runs.method, seed, runs.configuration), runs, seed));
      }
    }
    CellFolder folder = new CellFolder(options.out().resolve("cells"));
    List<Cell> cells =
        SideBySide.of(options.parallel(), bytes)
            .inOrder(
                "reproducing",
                jobs,
                job -> folder.get(job.id(), () -> job.runs().work.apply(job.seed())),
                progress);
    Map<String, List<Cell>> byMethod = new LinkedHashMap<>();
    for (int j = 0; j < cells.size(); j++) {
      String method = jobs.get(j).runs().method;
      byMethod.computeIfAbsent(method, ignored -> new ArrayList<>()).add(cells.get(j));
    }
    return byMethod;
  }
}
