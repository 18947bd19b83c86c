package evenhand.cli;

import evenhand.data.DataException;
import evenhand.parity.InsufficientEvidenceException;
import java.io.PrintWriter;
import java.util.function.IntSupplier;
import picocli.CommandLine;

/** Turns what went wrong into one sentence on stderr and an exit code. */
final class Failures {

  private Failures() {}

  static int ofCommandLine(CommandLine.ParameterException failure, String[] arguments) {
    CommandLine line = failure.getCommandLine();
    PrintWriter err = line.getErr();
    err.println(Screen.red("evenhand: ") + sentence(failure));
    CommandLine.UnmatchedArgumentException.printSuggestions(failure, err);
    err.println("See " + line.getCommandSpec().qualifiedName() + " --help.");
    err.flush();
    return ExitCode.WRONG_INPUT;
  }

  static int ofCommand(Exception failure, CommandLine line, CommandLine.ParseResult parsed) {
    return report(failure, line.getErr());
  }

  /** Failures before a command is known, such as an unreadable configuration. */
  static int guarded(CommandLine line, IntSupplier work) {
    try {
      return work.getAsInt();
    } catch (DataException failure) {
      return report(failure, line.getErr());
    }
  }

  private static int report(Throwable failure, PrintWriter err) {
    boolean ours = failure instanceof DataException;
    if (System.getenv("EVENHAND_TRACE") != null) {
      failure.printStackTrace(err);
    }
    if (ours) {
      err.println(Screen.red("evenhand: ") + failure.getMessage());
    } else if (failure instanceof OutOfMemoryError) {
      err.println(
          Screen.red("evenhand: ")
              + "the memory is not enough; give more with EVENHAND_JAVA_OPTS=-Xmx8g");
    } else {
      err.println(
          Screen.red("evenhand: ")
              + "failed unexpectedly: "
              + failure
              + "; EVENHAND_TRACE=1 shows where, please report it");
    }
    err.flush();
    if (failure instanceof InsufficientEvidenceException) {
      return ExitCode.INSUFFICIENT_EVIDENCE;
    }
    return ours ? ExitCode.WRONG_INPUT : ExitCode.FAILURE;
  }

  private static String sentence(Exception failure) {
    String message = failure.getMessage();
    return message == null || message.isEmpty() ? "the command line is wrong" : message;
  }
}
