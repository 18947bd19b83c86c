package evenhand.cli;

import evenhand.audit.AuditOptions;
import evenhand.calibrate.CalibrationMethod;
import evenhand.calibrate.CalibrationOptions;
import evenhand.calibrate.CalibrationOptions.Deployment;
import evenhand.calibrate.CalibrationOptions.Grouping;
import evenhand.calibrate.Multicalibration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How to calibrate and how surely to measure it. */
final class CalibrationSettingOptions {

  private static final int MOST_STEPS = 10_000;

  @Option(
      names = "--method",
      paramLabel = "METHOD",
      defaultValue = "auto",
      description =
          "platt, isotonic, temperature, beta, identity (change nothing), or auto: by"
              + " cross-validation, in each group (default: ${DEFAULT-VALUE}).")
  private String method = CalibrationMethod.AUTO;

  @Option(names = "--by-group", description = "A map for each combination of the group columns.")
  private boolean byGroup;

  @Option(
      names = "--without-groups",
      description = {
        "Apply maps by group without knowing the group:",
        "mixed by the groups' shares among rows of that score."
      })
  private boolean withoutGroups;

  @Option(
      names = "--multicalibrate",
      paramLabel = "ALPHA",
      description = {
        "Then move the rows of subgroups until none is off by more than ALPHA",
        "in any tenth of the probability, such as 0.05."
      })
  private @Nullable Double alpha;

  @Option(
      names = "--order",
      paramLabel = "K",
      defaultValue = "3",
      description =
          "Group columns in a subgroup of --multicalibrate at most (default: ${DEFAULT-VALUE}).")
  private int order;

  @Option(
      names = "--min-rows",
      paramLabel = "N",
      defaultValue = "200",
      description =
          "A group with fewer rows leans on its parent, a subgroup's tenth is left alone (default:"
              + " ${DEFAULT-VALUE}).")
  private int minRows;

  @Option(
      names = "--replicates",
      paramLabel = "N",
      defaultValue = "1000",
      description = "Bootstrap replicates of every interval (default: ${DEFAULT-VALUE}).")
  private int replicates;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "0",
      description = "One seed, the same bytes (default: ${DEFAULT-VALUE}).")
  private long seed;

  long seed() {
    return seed;
  }

  CalibrationOptions options() {
    return new CalibrationOptions(
        CalibrationMethod.named(method),
        byGroup ? Grouping.BY_GROUP : Grouping.EVERYONE,
        withoutGroups ? Deployment.WITHOUT_GROUPS : Deployment.WITH_GROUPS,
        alpha == null
            ? Optional.empty()
            : Optional.of(new Multicalibration(alpha, order, minRows, MOST_STEPS)),
        minRows,
        AuditOptions.defaults().withReplicates(replicates).withSeed(seed));
  }
}
