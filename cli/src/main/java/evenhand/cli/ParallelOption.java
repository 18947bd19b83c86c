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
          "Fits at once at most (default: as many as cores and memory bear); results don't depend on it.")
  private @Nullable Integer parallel;

  OptionalInt parallel() {
    if (parallel == null) {
      return OptionalInt.empty();
    }
    if (parallel < 1) {
      throw new DataException("the fits at once must be at least 1, was " + parallel);
    }
    return OptionalInt.of(parallel);
  }
}
