package evenhand.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page of the documentation, for the commands in its fenced blocks. CONTRIBUTING.md says by what
 * conventions they are written.
 *
 * @param name such as {@code docs/audit.md}
 * @param lines of the file
 * @param steps blocks of commands, in their order
 */
record Page(String name, List<String> lines, List<Step> steps) {

  private static final String FENCE = "```";
  private static final Pattern COMMENT = Pattern.compile("<!-- *(.*?) *-->");
  private static final Pattern COMMAND = Pattern.compile("([A-Z_]+=\\S* )*(\\./)?evenhand .*");
  private static final Pattern HIDDEN = Pattern.compile(".*[|&;(]\\s*(\\./)?evenhand .*");

  Page {
    lines = List.copyOf(lines);
    steps = List.copyOf(steps);
  }

  /**
   * A fenced block of commands.
   *
   * @param commands of {@code evenhand} in it, each on one line
   * @param marks of the block and of the output after it
   * @param shown the output beside it
   */
  record Step(List<String> commands, List<Mark> marks, Optional<Shown> shown) {

    Optional<Mark> mark(Mark.Kind kind) {
      return marks.stream().filter(mark -> mark.kind() == kind).findFirst();
    }
  }

  /**
   * Lines of a page that show what a block's last command prints.
   *
   * @param from of the first line, from 0
   * @param lines as they are in the page
   */
  record Shown(int from, List<String> lines) {}

  private record Block(int from, String language, List<String> lines, List<Mark> marks) {

    boolean isShell() {
      return language.isEmpty() || language.equals("sh");
    }

    List<String> commands() {
      String joined = String.join("\n", lines).replaceAll("\\\\\n\\s*", "");
      return joined.lines().filter(line -> COMMAND.matcher(line).matches()).toList();
    }
  }

  static Page read(Path root, Path file) throws IOException {
    return of(root.relativize(file).toString(), Files.readAllLines(file));
  }

  /**
   * @throws AssertionError where a mark stands at no block, or a command in a block that is no
   *     shell's
   */
  static Page of(String name, List<String> lines) {
    List<Step> steps = new ArrayList<>();
    List<Mark> marks = new ArrayList<>();
    boolean follows = false;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      Matcher comment = COMMENT.matcher(line);
      if (comment.matches()) {
        marks.add(Mark.of(comment.group(1), "%s, line %d".formatted(name, i + 1)));
      } else if (line.startsWith(FENCE)) {
        int end = end(lines, i);
        Block block =
            new Block(
                i + 1,
                line.substring(FENCE.length()),
                lines.subList(i + 1, end),
                List.copyOf(marks));
        follows = add(block, follows, steps, name);
        marks.clear();
        i = end;
      } else if (!line.isBlank()) {
        if (!marks.isEmpty()) {
          throw new AssertionError(
              "%s, line %d: the mark before it belongs to no fenced block".formatted(name, i + 1));
        }
        follows = false;
      }
    }
    return new Page(name, lines, steps);
  }

  private static int end(List<String> lines, int start) {
    int end = start + 1;
    while (!lines.get(end).equals(FENCE)) {
      end++;
    }
    return end;
  }

  /**
   * @param follows whether the block before it, with no text between, is one of commands
   * @return whether this one is
   */
  private static boolean add(Block block, boolean follows, List<Step> steps, String name) {
    if (block.lines().stream().anyMatch(line -> HIDDEN.matcher(line).matches())) {
      throw new AssertionError(
          "%s, line %d: a command is not at the beginning of its line"
              .formatted(name, block.from()));
    }
    if (!block.commands().isEmpty()) {
      if (!block.isShell()) {
        throw new AssertionError(
            "%s, line %d: a command in a block of %s is not run"
                .formatted(name, block.from(), block.language()));
      }
      steps.add(new Step(block.commands(), block.marks(), Optional.empty()));
      return true;
    }
    if (follows && block.language().isEmpty()) {
      Step last = steps.remove(steps.size() - 1);
      List<Mark> marks = new ArrayList<>(last.marks());
      marks.addAll(block.marks());
      steps.add(
          new Step(last.commands(), marks, Optional.of(new Shown(block.from(), block.lines()))));
    } else if (!block.marks().isEmpty()) {
      throw new AssertionError(
          "%s, line %d: a marked block holds neither a command nor its output"
              .formatted(name, block.from()));
    }
    return false;
  }

  /**
   * The page with other outputs.
   *
   * @param outputs by the first line of what is shown now
   */
  List<String> with(TreeMap<Integer, List<String>> outputs) {
    List<String> written = new ArrayList<>(lines);
    for (Step step : steps) {
      step.shown().ifPresent(shown -> outputs.putIfAbsent(shown.from(), shown.lines()));
    }
    for (int from : outputs.descendingKeySet()) {
      List<String> shown = written.subList(from, end(written, from - 1));
      shown.clear();
      shown.addAll(outputs.get(from));
    }
    return written;
  }
}
