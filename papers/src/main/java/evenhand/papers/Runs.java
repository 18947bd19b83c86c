package evenhand.papers;

import evenhand.train.ProgressListener;
import evenhand.train.SideBySide;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * What an experiment runs with every seed.
 *
 * @param method of its cells
 * @param configuration all that its figures depend on but the seed
 * @param of what a seed gives; asked on any thread
 */
record Runs(String method, Map<String, String> configuration, IntFunction<Cell> of) {

  private record Job(CellId id, Runs runs, int seed) {}

  /**
   * Runs what the folder doesn't hold yet, several at a time, each seed's methods before the next
   * seed's. The figures don't depend on how many.
   *
   * @param bytes that a run takes, about
   * @return cells by method, in the order of the seeds
   */
  static Map<String, List<Cell>> cells(
      List<Runs> all, Seeds seeds, RunOptions options, long bytes, ProgressListener progress) {
    List<Job> jobs = new ArrayList<>();
    for (int seed : seeds.each()) {
      for (Runs runs : all) {
        jobs.add(new Job(new CellId(runs.method, seed, runs.configuration), runs, seed));
      }
    }
    CellFolder folder = new CellFolder(options.out().resolve("cells"));
    SideBySide sideBySide =
        options.parallel().isPresent()
            ? new SideBySide(options.parallel().getAsInt())
            : SideBySide.affordable(bytes);
    List<Cell> cells =
        sideBySide.inOrder(
            "reproducing",
            jobs,
            job -> folder.get(job.id(), () -> job.runs().of.apply(job.seed())),
            progress);
    Map<String, List<Cell>> byMethod = new LinkedHashMap<>();
    all.forEach(runs -> byMethod.put(runs.method, new ArrayList<>()));
    for (int j = 0; j < cells.size(); j++) {
      byMethod.computeIfAbsent(jobs.get(j).runs().method, m -> new ArrayList<>()).add(cells.get(j));
    }
    return byMethod;
  }
}
