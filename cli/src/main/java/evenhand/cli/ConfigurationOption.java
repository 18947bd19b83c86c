package evenhand.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Shows {@code --config} in the help; {@link Configuration} has replaced it before anything is
 * parsed.
 */
final class ConfigurationOption {

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Options from a YAML file; those on the command line win.")
  @Nullable String file;
}
