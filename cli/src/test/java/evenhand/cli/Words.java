package evenhand.cli;

import java.util.Arrays;
import java.util.stream.Stream;

/** Command lines that are right until a test adds to them; what comes last wins. */
final class Words {

  private Words() {}

  /** Trains on {@link Applicants}, into {@code m.evenhand}. */
  static String[] train(String data, String... more) {
    String[] usual = {
      "train",
      data,
      "--label",
      "approved",
      "--drop",
      "weight,score,decision",
      "--replicates",
      "100",
      "--out",
      "m.evenhand",
      "--report",
      "r.html"
    };
    return with(usual, more, "--group", "sex");
  }

  /** Audits the decisions of {@link Applicants}, into {@code a.json}. */
  static String[] audit(String data, String... more) {
    String[] usual = {
      "audit", data, "--label", "approved", "--replicates", "100", "--json", "a.json"
    };
    boolean scored = Arrays.asList(more).contains("--score");
    String[] decided = scored ? usual : with(usual, new String[] {"--prediction", "decision"});
    return with(decided, more, "--group", "sex");
  }

  private static String[] with(String[] usual, String[] more, String... unless) {
    boolean given = unless.length > 0 && Arrays.asList(more).contains(unless[0]);
    return Stream.of(usual, given ? new String[0] : unless, more)
        .flatMap(Arrays::stream)
        .toArray(String[]::new);
  }
}
