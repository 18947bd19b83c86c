package evenhand.cli;

import java.util.Set;

/** What is said when a person stops the program, by Ctrl-C or otherwise, before it is done. */
final class Interruption {

  /** They keep what is finished, and go on from there. */
  private static final Set<String> RESUMED = Set.of("frontier", "reproduce");

  private volatile boolean done;

  private Interruption() {}

  /** Watches from now on. */
  static Interruption of(String... arguments) {
    Interruption interruption = new Interruption();
    String said =
        arguments.length > 1 && RESUMED.contains(arguments[0])
            ? "stopped; the same command goes on from here"
            : "stopped";
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  if (!interruption.done) {
                    Stderr.failure(Stderr.standard(), said);
                  }
                },
                "tell that it was stopped"));
    return interruption;
  }

  /** The program ends by itself. */
  void done() {
    done = true;
  }
}
