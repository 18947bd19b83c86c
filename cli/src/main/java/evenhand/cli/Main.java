package evenhand.cli;

import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The program: {@code evenhand COMMAND}. */
@Command(
    name = "evenhand",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    description =
        "Measure gaps between groups, train under a parity requirement, hand over evidence.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      AuditCommand.class,
      TrainCommand.class,
      PredictCommand.class,
      CalibrateCommand.class,
      ThresholdCommand.class,
      FrontierCommand.class,
      CondenseCommand.class,
      ReproduceCommand.class,
      DatasetsCommand.class,
      HelpCommand.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:failure",
      "2:the command line, configuration or data is wrong",
      "3:a stated requirement is not met",
      "4:insufficient evidence"
    })
public final class Main implements Runnable {

  @Spec private CommandSpec spec;

  /** Runs one command and exits with its code; it writes numbers alike in every country. */
  public static void main(String[] arguments) {
    Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
    System.exit(run(arguments));
  }

  /** Runs one command; the exit code comes back. */
  static int run(String... arguments) {
    CommandLine line = new CommandLine(new Main());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpAutoWidth(true);
    line.setExpandAtFiles(false); // a column may be named @race
    line.setColorScheme(CommandLine.Help.defaultColorScheme(Screen.ansi()));
    line.setParameterExceptionHandler(Failures::ofCommandLine);
    line.setExecutionExceptionHandler(Failures::ofCommand);
    return Failures.guarded(line, () -> line.execute(Configuration.expand(arguments)));
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(),
        "a command is needed: " + String.join(", ", spec.subcommands().keySet()));
  }

  /** The version of the jar, or {@code development} outside one. */
  static final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
      return new String[] {"evenhand " + number()};
    }

    static String number() {
      String version = Main.class.getPackage().getImplementationVersion();
      return version == null ? "development" : version;
    }
  }
}
