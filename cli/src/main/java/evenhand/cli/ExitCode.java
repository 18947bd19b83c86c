package evenhand.cli;

/** What the process says when it ends. */
final class ExitCode {

  static final int DONE = 0;
  static final int FAILURE = 1;
  static final int WRONG_INPUT = 2;
  static final int NOT_MET = 3;
  static final int INSUFFICIENT_EVIDENCE = 4;

  private ExitCode() {}
}
