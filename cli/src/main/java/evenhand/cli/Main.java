package evenhand.cli;

import java.io.PrintWriter;
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
    Interruption interruption = Interruption.of(arguments);
    int code = run(Stdout.standard(), Stderr.standard(), arguments);
    interruption.done();
    System.exit(code);
  }

  /** Runs one command; the exit code comes back. */
  static int run(PrintWriter out, PrintWriter err, String... arguments) {
    CommandLine line = new CommandLine(new Main());
    line.setOut(out);
    line.setErr(err);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpAutoWidth(true);
    line.setExpandAtFiles(false); // a column may be named @race
    line.setColorScheme(CommandLine.Help.defaultColorScheme(Screen.ansi()));
    knowVersion(line);
    Failures failures = new Failures();
    line.setParameterExceptionHandler(failures::ofCommandLine);
    line.setExecutionExceptionHandler(failures::ofCommand);
    int code =
        failures.guarded(
            line, () -> line.execute(failures.of(Configuration.expand(line, arguments))));
    if (code == ExitCode.FAILURE || code == ExitCode.WRONG_INPUT) {
      return code;
    }
    int written =
        failures.guarded(
            line,
            () -> {
              Stdout.requireWritten(out);
              return ExitCode.DONE;
            });
    return written == ExitCode.DONE ? code : written;
  }

  private static void knowVersion(CommandLine line) {
    for (CommandLine command : line.getSubcommands().values()) {
      command.getCommandSpec().versionProvider(new Version());
      knowVersion(command);
    }
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
