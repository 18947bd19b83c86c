package evenhand.benchmarks;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Trainings that are timed in turns, so that what else the machine does falls on all of them.
 *
 * @param cases by name
 * @param rounds of turns
 * @param steps of every training
 */
record Turns(Map<String, Runnable> cases, int rounds, int steps) {

  /**
   * Prints Markdown: milliseconds of a step in the best round, and the ratio.
   *
   * @param plain the case that is 1
   */
  void print(String plain) {
    Map<String, Double> best = new LinkedHashMap<>();
    for (int round = 0; round < rounds; round++) {
      cases.forEach(
          (name, job) -> {
            long start = System.nanoTime();
            job.run();
            best.merge(name, (System.nanoTime() - start) / 1e6 / steps, Math::min);
          });
    }
    double one = best.getOrDefault(plain, Double.NaN);
    System.out.println("| training | ms a step | plain steps |\n| --- | --- | --- |");
    best.forEach(
        (name, milliseconds) ->
            System.out.printf(
                Locale.ROOT, "| %s | %.3f | %.2f |%n", name, milliseconds, milliseconds / one));
  }
}
