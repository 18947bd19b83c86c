package evenhand.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import picocli.CommandLine;

/**
 * A run of all commands of a page, in their order and in the same folder.
 *
 * @param all whether also of those that are marked as not run
 */
record PageRun(Page page, PageShell shell, boolean all) {

  private static final long PATIENCE_SECONDS = 300;
  private static final long LONG_PATIENCE_SECONDS = 4 * 3600;

  /**
   * What came of it.
   *
   * @param complaints what is wrong with the page or its commands
   * @param differences from the outputs it shows
   * @param outputs to show, by the line of the page that they begin in
   * @param times a line for every command
   */
  record Findings(
      List<String> complaints,
      List<String> differences,
      TreeMap<Integer, List<String>> outputs,
      List<String> times) {}

  Findings findings() throws IOException, InterruptedException {
    Findings findings =
        new Findings(new ArrayList<>(), new ArrayList<>(), new TreeMap<>(), new ArrayList<>());
    for (Page.Step step : page.steps()) {
      if (all || step.mark(Mark.Kind.NOT_RUN).isEmpty()) {
        run(step, findings);
      } else {
        for (String command : step.commands()) {
          parse(command, findings);
        }
      }
    }
    return findings;
  }

  private void run(Page.Step step, Findings findings) throws IOException, InterruptedException {
    int last = step.commands().size() - 1;
    for (int c = 0; c <= last; c++) {
      String command = step.commands().get(c);
      PageShell.Ended ended = shell.run(command, all ? LONG_PATIENCE_SECONDS : PATIENCE_SECONDS);
      findings
          .times()
          .add(
              String.format(Locale.ROOT, "%6.1f s  %s: %s", ended.seconds(), page.name(), command));
      int expected = c < last ? 0 : step.mark(Mark.Kind.EXIT).map(Mark::exitCode).orElse(0);
      if (ended.exitCode() != expected) {
        findings
            .complaints()
            .add(
                "%s: exit code %d, not %d, of: %s%n%s"
                    .formatted(
                        page.name(),
                        ended.exitCode(),
                        expected,
                        command,
                        String.join("\n", ended.printed().lines())));
      } else if (c == last && step.shown().isPresent()) {
        compare(step, step.shown().get(), ended.printed(), findings);
      }
    }
  }

  private void compare(Page.Step step, Page.Shown shown, Printed printed, Findings findings) {
    boolean drifts = step.mark(Mark.Kind.DRIFTS).isPresent();
    if (shown.lines().stream().allMatch(Printed.CUT::equals)) {
      findings.complaints().add("%s, line %d: shows nothing".formatted(page.name(), shown.from()));
    }
    if (!printed.isShownBy(shown.lines(), drifts)) {
      findings
          .differences()
          .add(
              "%s, line %d: shows%n%s%n---- where this is printed:%n%s"
                  .formatted(
                      page.name(),
                      shown.from(),
                      String.join("\n", shown.lines()),
                      String.join("\n", printed.lines())));
      findings.outputs().put(shown.from(), printed.shownAs(shown.lines()));
    }
  }

  /** That the program knows its options at least. */
  private void parse(String command, Findings findings) throws IOException, InterruptedException {
    CommandLine line = new CommandLine(new Main()).setCaseInsensitiveEnumValuesAllowed(true);
    try {
      line.parseArgs(shell.words(command).toArray(String[]::new));
    } catch (CommandLine.ParameterException e) {
      findings.complaints().add("%s: %s: %s".formatted(page.name(), e.getMessage(), command));
    }
  }

  /** Runs in a new folder beside the programs. */
  static PageRun in(Path folder, Page page, String data, boolean all) throws IOException {
    Path fresh = folder.resolve(page.name().replace('/', '-'));
    return new PageRun(page, new PageShell(folder, Files.createDirectory(fresh), data), all);
  }
}
