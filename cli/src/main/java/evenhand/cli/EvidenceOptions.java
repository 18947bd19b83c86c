package evenhand.cli;

import picocli.CommandLine.Option;

/** How surely to measure, the same for every command that does. */
final class EvidenceOptions {

  @Option(
      names = "--min-rows",
      paramLabel = "N",
      defaultValue = "30",
      description =
          "Groups with fewer rows, and rates of fewer rows, are insufficient evidence (default: ${DEFAULT-VALUE}).")
  private int minRows;

  @Option(
      names = "--replicates",
      paramLabel = "N",
      defaultValue = "1000",
      description = "Bootstrap replicates of every interval of a gap (default: ${DEFAULT-VALUE}).")
  private int replicates;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "0",
      description = "One seed, the same bytes (default: ${DEFAULT-VALUE}).")
  private long seed;

  int minRows() {
    return minRows;
  }

  int replicates() {
    return replicates;
  }

  long seed() {
    return seed;
  }
}
