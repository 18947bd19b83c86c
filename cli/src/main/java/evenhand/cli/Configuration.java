package evenhand.cli;

import evenhand.data.DataException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Options from a YAML file: {@code --config FILE} anywhere after the command. What is also on the
 * command line wins.
 *
 * @param arguments of the command line, the files replaced by what they say
 * @param said by the files
 */
record Configuration(List<String> arguments, List<ConfigurationFile.Said> said) {

  private static final String OPTION = "--config";

  /** With nothing from a file. */
  static Configuration none(String... arguments) {
    return new Configuration(Arrays.asList(arguments), List.of());
  }

  /**
   * @throws DataException that names file and line of what is no option of the command, or no value
   */
  static Configuration expand(CommandLine line, String... arguments) {
    CommandLine command = arguments.length == 0 ? null : line.getSubcommands().get(arguments[0]);
    if (command == null) {
      return none(arguments);
    }
    List<String> left = new ArrayList<>(Arrays.asList(arguments));
    List<ConfigurationFile.Said> said = new ArrayList<>();
    for (int i = 1; i < left.size(); ) {
      String argument = left.get(i);
      if (argument.equals(OPTION) && i + 1 < left.size()) {
        said.addAll(read(left.get(i + 1), command.getCommandSpec()));
        left.subList(i, i + 2).clear();
      } else if (argument.startsWith(OPTION + "=")) {
        said.addAll(read(argument.substring(OPTION.length() + 1), command.getCommandSpec()));
        left.remove(i);
      } else {
        i++;
      }
    }
    List<ConfigurationFile.Said> used =
        said.stream()
            .filter(
                each ->
                    left.stream()
                        .noneMatch(
                            word ->
                                word.equals(each.option()) || word.startsWith(each.option() + "=")))
            .toList();
    used.forEach(each -> left.add(each.argument()));
    return new Configuration(List.copyOf(left), used);
  }

  private static List<ConfigurationFile.Said> read(String file, CommandSpec command) {
    return new ConfigurationFile(Path.of(file), command).read();
  }

  /** Where in a file the value stands that a sentence about an option complains of. */
  Optional<String> place(OptionSpec option, String sentence) {
    return said.stream()
        .filter(each -> each.option().equals(option.longestName()))
        .filter(each -> sentence.contains(each.value()))
        .map(ConfigurationFile.Said::place)
        .findFirst();
  }

  /** The same of a sentence that quotes a value; names of columns and files speak of data. */
  Optional<String> place(String sentence) {
    return said.stream()
        .filter(each -> each.isQuotedIn(sentence))
        .map(ConfigurationFile.Said::place)
        .findFirst();
  }
}
