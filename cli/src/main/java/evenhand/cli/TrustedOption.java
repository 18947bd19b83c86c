package evenhand.cli;

import evenhand.data.DataException;
import evenhand.tables.DataSource;
import evenhand.train.TrainingData;
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
        "Rows whose labels and shares are as they should be, for methods that weigh training rows by",
        "them: data like DATA, or a share of its rows such as 0.05 (the default of those methods)."
      })
  private @Nullable String trusted;

  private static boolean isShare(String text) {
    return text.matches("0?\\.[0-9]+");
  }

  /** The rows with those to trust, where these are data of their own. */
  TrainingData with(TrainingData rows, DataSource source) {
    return trusted == null || isShare(trusted) ? rows : rows.trusting(source.open(trusted).table());
  }

  /** Options of a method, with the share where it is one. */
  Map<String, String> with(Map<String, String> options) {
    Map<String, String> all = new LinkedHashMap<>(options);
    if (trusted != null && isShare(trusted) && all.put("trusted", trusted) != null) {
      throw new DataException(
          "the option trusted is given twice, by --trusted and --method-option");
    }
    return all;
  }
}
