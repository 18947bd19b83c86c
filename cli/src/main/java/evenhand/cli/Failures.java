package evenhand.cli;

import evenhand.data.DataException;
import evenhand.data.Guess;
import evenhand.parity.InsufficientEvidenceException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntSupplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Turns what went wrong into one sentence on stderr and an exit code. */
final class Failures {

  private static final int MOST_CAUSES = 20;

  private Configuration configuration = Configuration.none();

  /** The arguments of a configuration, which is blamed from now on for what it said. */
  String[] of(Configuration used) {
    configuration = used;
    return used.arguments().toArray(String[]::new);
  }

  int ofCommandLine(CommandLine.ParameterException failure, String[] arguments) {
    CommandLine line = failure.getCommandLine();
    PrintWriter err = line.getErr();
    String sentence = sentence(failure);
    Optional<String> place =
        failure.getArgSpec() instanceof OptionSpec option
            ? configuration.place(option, sentence)
            : Optional.empty();
    Stderr.failure(err, place.map(said -> said + ": ").orElse("") + sentence + guess(failure));
    CommandLine.UnmatchedArgumentException.printSuggestions(failure, err);
    err.println("See " + line.getCommandSpec().qualifiedName() + " --help.");
    err.flush();
    return ExitCode.WRONG_INPUT;
  }

  int ofCommand(Exception failure, CommandLine line, CommandLine.ParseResult parsed) {
    return report(failure, line.getErr());
  }

  /**
   * Failures before a command is known, such as an unreadable configuration, and what no command
   * can handle, such as an end of the memory.
   */
  @SuppressWarnings("CatchingUnchecked") // nothing may end as a stack trace
  int guarded(CommandLine line, IntSupplier work) {
    try {
      return work.getAsInt();
    } catch (RuntimeException | Error failure) {
      return report(failure, line.getErr());
    }
  }

  private int report(Throwable failure, PrintWriter err) {
    if (System.getenv("EVENHAND_TRACE") != null) {
      StringWriter trace = new StringWriter();
      failure.printStackTrace(new PrintWriter(trace, true));
      trace.toString().lines().forEach(line -> err.println(line.replace("\t", "    ")));
    }
    if (failure instanceof DataException) {
      String sentence = Objects.toString(failure.getMessage());
      Optional<String> place =
          configuration.place(sentence).filter(said -> !sentence.startsWith(said));
      Stderr.failure(err, place.map(said -> said + ": ").orElse("") + sentence);
      return failure instanceof InsufficientEvidenceException
          ? ExitCode.INSUFFICIENT_EVIDENCE
          : ExitCode.WRONG_INPUT;
    }
    Stderr.failure(err, unforeseen(failure));
    return ExitCode.FAILURE;
  }

  private static String unforeseen(Throwable failure) {
    Throwable cause = failure;
    for (int i = 0; cause != null && i < MOST_CAUSES; i++) {
      if (cause instanceof StackOverflowError) {
        return "something is nested too deep; EVENHAND_JAVA_OPTS=-Xss64m allows more";
      }
      if (isOutOfMemory(cause)) {
        return "the memory is not enough, %d MiB were allowed; give more with EVENHAND_JAVA_OPTS=-Xmx8g or the like, or take fewer rows or columns"
            .formatted(Runtime.getRuntime().maxMemory() >> 20);
      }
      cause = cause.getCause();
    }
    return "failed unexpectedly: " + failure + "; EVENHAND_TRACE=1 shows where, please report it";
  }

  /** Of Java, or of a native library, which says so in words. */
  private static boolean isOutOfMemory(Throwable failure) {
    String said = Objects.toString(failure.getMessage()).toLowerCase(Locale.ROOT);
    return failure instanceof OutOfMemoryError
        || said.contains("bad_alloc")
        || said.contains("not enough memory");
  }

  private static String sentence(Exception failure) {
    String message = failure.getMessage();
    return message == null || message.isEmpty()
        ? "the command line is wrong"
        : message.replace("option option", "option");
  }

  /** Where an option knows its values, the one that may have been meant. */
  private static String guess(CommandLine.ParameterException failure) {
    if (!(failure.getArgSpec() instanceof OptionSpec option)
        || failure.getValue() == null
        || option.completionCandidates() == null) {
      return "";
    }
    List<String> known = new ArrayList<>();
    option.completionCandidates().forEach(known::add);
    return Guess.hint(failure.getValue(), known);
  }
}
