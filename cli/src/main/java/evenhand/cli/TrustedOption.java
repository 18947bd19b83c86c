package evenhand.cli;

import evenhand.data.DataException;
import evenhand.tables.DataSource;
import evenhand.torch.meta.MetaMethods;
import evenhand.train.TrainingData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which rows are trusted, for methods that weigh training rows by them. */
final class TrustedOption {

  @Option(
      names = "--trusted",
      paramLabel = "DATA|SHARE",
      description = {
        "Rows whose labels and shares are as they should be, for methods that weigh training rows"
            + " by",
        "them: data like DATA, or a share of its rows, from 1e-6 to 0.9 (default of those methods:",
        "0.05)."
      })
  private @Nullable String trusted;

  /** Any number, even one that is out of range, or written as a percentage. */
  private static boolean isShare(String text) {
    return text.matches("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?%?")
        && !Files.exists(Path.of(text));
  }

  /** The rows with those to trust, where these are data of their own. */
  TrainingData with(TrainingData rows, DataSource source) {
    return trusted == null || isShare(trusted) ? rows : rows.trusting(source.open(trusted).table());
  }

  /**
   * Options of a method, with what is trusted where it is a method that asks for it.
   *
   * @throws DataException for one that does not
   */
  Map<String, String> with(String method, Map<String, String> options) {
    Map<String, String> all = new LinkedHashMap<>(options);
    if (trusted == null) {
      return all;
    }
    if (method.equals("moew") && !isShare(trusted)) {
      return all;
    }
    if (!MetaMethods.NAMES.contains(method)) {
      throw new DataException(
          "--trusted is for the methods %s, and as data for moew; %s asks no trusted rows"
              .formatted(String.join(", ", MetaMethods.NAMES), method));
    }
    if (trusted.endsWith("%")) {
      throw new DataException(
          "--trusted is a share such as 0.05, or data; it was %s".formatted(trusted));
    }
    if (all.put("trusted", isShare(trusted) ? trusted : "data") != null) {
      throw new DataException(
          "the option trusted is given twice, by --trusted and --method-option");
    }
    return all;
  }
}
