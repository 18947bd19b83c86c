package evenhand.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/** Command lines that are right until a test adds to them; every path is absolute. */
final class Words {

  private Words() {}

  /** Trains on {@link Applicants}, into {@code m.evenhand}. */
  static String[] train(Path folder, String data, String... more) {
    String[] usual = {
      "train",
      folder.resolve(data).toString(),
      "--label",
      "approved",
      "--drop",
      "weight,estimate,decision",
      "--replicates",
      "100",
      "--out",
      folder.resolve("m.evenhand").toString(),
      "--report",
      folder.resolve("r.html").toString()
    };
    String[] required =
        given(more, "--require") || given(more, "--method")
            ? usual
            : with(usual, new String[] {"--require", "demographic_parity<=0.3"});
    return with(required, more, "--group", "sex");
  }

  /** Audits the decisions of {@link Applicants}, into {@code a.json}. */
  static String[] audit(Path folder, String data, String... more) {
    String[] usual = {
      "audit",
      folder.resolve(data).toString(),
      "--label",
      "approved",
      "--replicates",
      "100",
      "--json",
      folder.resolve("a.json").toString()
    };
    String[] decided =
        given(more, "--score") ? usual : with(usual, new String[] {"--prediction", "decision"});
    return with(decided, more, "--group", "sex");
  }

  /** Predicts into {@code p.csv}. */
  static String[] predict(Path folder, String model, String data, String... more) {
    String[] usual = {
      "predict",
      folder.resolve(model).toString(),
      folder.resolve(data).toString(),
      "--out",
      folder.resolve("p.csv").toString()
    };
    return with(usual, more);
  }

  private static String[] with(String[] usual, String[] more, String... unless) {
    boolean settled = unless.length > 0 && given(more, unless[0]);
    return Stream.of(usual, settled ? new String[0] : unless, more)
        .flatMap(Arrays::stream)
        .toArray(String[]::new);
  }

  private static boolean given(String[] words, String option) {
    return Arrays.stream(words)
        .anyMatch(word -> word.equals(option) || word.startsWith(option + "="));
  }
}
