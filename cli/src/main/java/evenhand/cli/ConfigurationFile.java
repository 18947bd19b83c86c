package evenhand.cli;

import evenhand.data.DataException;
import evenhand.data.Guess;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * A file of options as {@code NAME: VALUE} lines in YAML. A name is an option's long name without
 * dashes. A value is the text that stands there, whatever YAML takes it for: {@code yes}, {@code
 * 007} and {@code 2026-11-29} stay what they are. A list repeats an option, pairs are {@code
 * KEY=VALUE}, and a flag is true or false.
 *
 * @param command whose options there are
 */
record ConfigurationFile(Path file, CommandSpec command) {

  private static final long MOST_BYTES = 1 << 20;
  private static final int MOST_NESTED = 10;
  private static final Set<String> TRUE = Set.of("true", "yes", "on");
  private static final Set<String> FALSE = Set.of("false", "no", "off");

  /** A sentence that names a place in data is about them, whatever numbers occur in it. */
  private static final Pattern OF_A_ROW = Pattern.compile(", (?:row|line|header) ");

  private static final Pattern OF_DATA = Pattern.compile("COLUMN.*|DATA|MODEL|FILE.*");

  /**
   * One option as given by a file.
   *
   * @param place file and line
   * @param option with its dashes
   * @param value empty for a flag
   * @param ofData whether it names columns or files, which data have their own sentences about
   */
  record Said(String place, String option, String value, boolean flag, boolean ofData) {

    String argument() {
      return flag ? option : option + "=" + value;
    }

    boolean isQuotedIn(String sentence) {
      return !flag
          && !ofData
          && value.length() > 1
          && !OF_A_ROW.matcher(sentence).find()
          && Pattern.compile("(?<![\\w.])" + Pattern.quote(value) + "(?![\\w])")
              .matcher(sentence)
              .find();
    }
  }

  List<Said> read() {
    Node root = tree();
    if (!(root instanceof MappingNode options)) {
      throw new DataException("%s must hold options as NAME: VALUE lines".formatted(file));
    }
    List<Said> said = new ArrayList<>();
    Map<String, Integer> lines = new HashMap<>();
    for (NodeTuple entry : options.getValue()) {
      String name = text(entry.getKeyNode(), "an option's name");
      OptionSpec option = option(entry.getKeyNode(), name);
      Integer before = lines.put(name, line(entry.getKeyNode()));
      if (before != null) {
        throw wrong(
            entry.getKeyNode(),
            "'%s' stands in line %d already; a list gives an option more than one value"
                .formatted(name, before));
      }
      add(option, name, entry.getValueNode(), said);
    }
    return said;
  }

  private OptionSpec option(Node key, String name) {
    OptionSpec option = command.optionsMap().get("--" + name);
    if (option == null || name.equals("config")) {
      List<String> known =
          command.optionsMap().keySet().stream()
              .filter(each -> each.startsWith("--") && !each.equals("--config"))
              .map(each -> each.substring(2))
              .sorted()
              .toList();
      throw wrong(
          key,
          "unknown option '%s'%s"
              .formatted(
                  name,
                  Guess.of(name, known)
                      .map(guess -> "; did you mean '" + guess + "'?")
                      .orElse(
                          "; %s has those that evenhand %s --help tells, without dashes"
                              .formatted(command.name(), command.name()))));
    }
    return option;
  }

  private void add(OptionSpec option, String name, Node value, List<Said> said) {
    if (option.arity().max() == 0) {
      if (flag(name, value)) {
        said.add(said(option, name, value, ""));
      }
    } else if (value instanceof SequenceNode list) {
      if (!option.isMultiValue()) {
        throw wrong(value, "'%s' takes one value, not a list".formatted(name));
      }
      for (Node each : list.getValue()) {
        said.add(said(option, name, each, text(each, "a value of '" + name + "'")));
      }
    } else if (value instanceof MappingNode pairs && Map.class.isAssignableFrom(option.type())) {
      for (NodeTuple pair : pairs.getValue()) {
        String key = text(pair.getKeyNode(), "a key of '" + name + "'");
        String its = text(pair.getValueNode(), "the value of '" + name + "'");
        said.add(said(option, name, pair.getKeyNode(), key + "=" + its));
      }
    } else {
      said.add(said(option, name, value, text(value, "the value of '" + name + "'")));
    }
  }

  private Said said(OptionSpec option, String name, Node node, String value) {
    return new Said(
        place(node),
        "--" + name,
        value,
        option.arity().max() == 0,
        OF_DATA.matcher(option.paramLabel()).matches());
  }

  private boolean flag(String name, Node value) {
    String text = value instanceof ScalarNode scalar ? scalar.getValue() : "";
    String word = text.toLowerCase(Locale.ROOT);
    if (!TRUE.contains(word) && !FALSE.contains(word)) {
      throw wrong(
          value,
          "'%s' is a flag, true or false%s"
              .formatted(name, text.isEmpty() ? "" : ", not '" + text + "'"));
    }
    return TRUE.contains(word);
  }

  private String text(Node node, String what) {
    if (!(node instanceof ScalarNode scalar)) {
      throw wrong(node, what + " must be a word or a number");
    }
    boolean plain = scalar.isPlain();
    if (plain && scalar.getValue().isEmpty()) {
      throw wrong(node, what + " is missing");
    }
    return scalar.getValue();
  }

  private DataException wrong(Node node, String what) {
    return new DataException(place(node) + ": " + what);
  }

  private String place(Node node) {
    return "%s, line %d".formatted(file, line(node));
  }

  private static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  private @Nullable Node tree() {
    LoaderOptions bounds = new LoaderOptions();
    bounds.setNestingDepthLimit(MOST_NESTED);
    bounds.setCodePointLimit((int) MOST_BYTES);
    bounds.setMaxAliasesForCollections(0);
    try {
      return new Yaml(bounds).compose(new StringReader(contents()));
    } catch (MarkedYAMLException e) {
      boolean atEnd = String.valueOf(e.getProblem()).contains("stream end");
      Mark mark = atEnd && e.getContextMark() != null ? e.getContextMark() : e.getProblemMark();
      throw new DataException(
          "%s, line %d: not readable as YAML: %s"
              .formatted(
                  file,
                  mark == null ? 1 : mark.getLine() + 1,
                  atEnd ? "it has no end" : e.getProblem()),
          e);
    } catch (YAMLException e) {
      throw new DataException("%s is not readable as YAML".formatted(file), e);
    }
  }

  private String contents() {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new DataException("%s is larger than a configuration may be, 1 MiB".formatted(file));
      }
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
              .toString();
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (NoSuchFileException e) {
      throw new DataException("there is no configuration file " + file, e);
    } catch (CharacterCodingException e) {
      throw new DataException("%s is not text in UTF-8".formatted(file), e);
    } catch (IOException e) {
      throw new DataException("can't read %s: %s".formatted(file, e.getMessage()), e);
    }
  }
}
