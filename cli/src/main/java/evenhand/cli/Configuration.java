package evenhand.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import evenhand.data.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Options from a YAML file: {@code --config FILE} anywhere after the command. Keys are the options'
 * long names without dashes, a list repeats the option, {@code true} is a flag. What is also on the
 * command line wins.
 */
final class Configuration {

  private static final String OPTION = "--config";
  private static final long MOST_BYTES = 1 << 20;

  private Configuration() {}

  /** The arguments with every configuration file replaced by what it says. */
  static String[] expand(String... arguments) {
    List<String> left = new ArrayList<>(Arrays.asList(arguments));
    List<String> added = new ArrayList<>();
    for (int i = 1; i < left.size(); ) {
      String argument = left.get(i);
      if (argument.equals(OPTION) && i + 1 < left.size()) {
        added.addAll(read(Path.of(left.get(i + 1)), left));
        left.subList(i, i + 2).clear();
      } else if (argument.startsWith(OPTION + "=")) {
        added.addAll(read(Path.of(argument.substring(OPTION.length() + 1)), left));
        left.remove(i);
      } else {
        i++;
      }
    }
    left.addAll(added);
    return left.toArray(String[]::new);
  }

  private static List<String> read(Path file, List<String> given) {
    List<String> options = new ArrayList<>();
    JsonNode root = tree(file);
    for (Map.Entry<String, JsonNode> entry : root.properties()) {
      String option = "--" + entry.getKey();
      boolean overridden =
          given.stream().anyMatch(word -> word.equals(option) || word.startsWith(option + "="));
      if (!overridden) {
        Iterable<JsonNode> values =
            entry.getValue().isArray() ? entry.getValue() : List.of(entry.getValue());
        for (JsonNode value : values) {
          add(file, option, value, options);
        }
      }
    }
    return options;
  }

  private static void add(Path file, String option, JsonNode value, List<String> options) {
    if (value.isContainerNode()) {
      throw new DataException(
          "%s: the value of %s must be a word, a number or a list of them"
              .formatted(file, option.substring(2)));
    }
    if (value.isBoolean() && !value.booleanValue()) {
      return;
    }
    options.add(value.isBoolean() ? option : option + "=" + value.asText());
  }

  private static JsonNode tree(Path file) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new DataException("%s is larger than a configuration may be, 1 MiB".formatted(file));
      }
      JsonNode root = new YAMLMapper().readTree(file.toFile());
      if (!root.isObject()) {
        throw new DataException("%s must hold options as NAME: VALUE lines".formatted(file));
      }
      return root;
    } catch (NoSuchFileException e) {
      throw new DataException("there is no configuration file " + file, e);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      throw new DataException("%s, line %d: not readable as YAML".formatted(file, line), e);
    } catch (IOException e) {
      throw new DataException("can't read %s: %s".formatted(file, e.getMessage()), e);
    }
  }
}
