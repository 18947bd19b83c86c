package evenhand.cli;

import evenhand.data.DataException;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How much is done side by side. */
final class ParallelOption {

  @Option(
      names = "--parallel",
      paramLabel = "N",
      description =
          "Trainings at once at most (default: as many as cores and heap bear); results are the same.")
  private @Nullable Integer parallel;

  OptionalInt parallel() {
    if (parallel == null) {
      return OptionalInt.empty();
    }
    if (parallel < 1) {
      throw new DataException("--parallel must be at least 1, was " + parallel);
    }
    return OptionalInt.of(parallel);
  }
}
