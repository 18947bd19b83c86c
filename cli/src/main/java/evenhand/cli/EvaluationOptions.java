package evenhand.cli;

import evenhand.calibrate.Calibrated;
import evenhand.calibrate.CalibrationJob;
import evenhand.calibrate.CalibrationSample;
import evenhand.data.DataException;
import evenhand.data.Split;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which rows measure what was fitted to others. */
final class EvaluationOptions {

  @Option(
      names = "--evaluate",
      paramLabel = "SHARE",
      defaultValue = "0.3",
      description =
          "Share of the rows kept to measure on, the same of every label and group (default: ${DEFAULT-VALUE}).")
  private double share;

  @Option(
      names = "--evaluation",
      paramLabel = "DATA",
      description = "Other rows to measure on; then all rows are fitted to.")
  private @Nullable String evaluation;

  @Option(
      names = "--evaluate-on-fit",
      description = "Fit to all rows and measure on the same ones, which flatters.")
  private boolean onFit;

  /**
   * Fits and measures.
   *
   * @param other reads the rows to measure on from where they are
   */
  Calibrated run(
      CalibrationJob job,
      CalibrationSample sample,
      Function<String, CalibrationSample> other,
      long seed) {
    if (onFit && evaluation != null) {
      throw new DataException("give --evaluation or --evaluate-on-fit, not both");
    }
    if (onFit) {
      return job.runOnFitRows(sample);
    }
    if (evaluation != null) {
      return job.run(sample, other.apply(evaluation));
    }
    Split split = Split.stratified(sample.rows().labels(), sample.groups(), share, seed);
    if (split.heldOut().length == 0) {
      throw new DataException(
          "no rows are left to measure on; give a larger --evaluate share, --evaluation DATA, or --evaluate-on-fit");
    }
    return job.run(sample.select(split.training()), sample.select(split.heldOut()));
  }
}
