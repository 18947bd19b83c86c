package evenhand.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Small tables that are damaged by a seed, each through one command: done, or refused in one
 * sentence, and never a row lost. {@code -Devenhand.fuzz.cases=20000} tries more of them, {@code
 * -Devenhand.fuzz.first=SEED} begins there.
 */
final class FuzzTest {

  private static final int FIRST = Integer.getInteger("evenhand.fuzz.first", 0);
  private static final int CASES = Integer.getInteger("evenhand.fuzz.cases", 2000);
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\u202a-\u202e&&[^\n]]");
  private static final String[] USUAL_ENDS = {
    "AUDIT CSV 0", "TRAIN ARRAY 0", "PREDICT PARQUET 0", "CALIBRATE LINES 0", "THRESHOLD CSV 0",
    "AUDIT LINES 2", "TRAIN CSV 2", "PREDICT ARRAY 2", "CALIBRATE PARQUET 2", "THRESHOLD CSV 2"
  };
  private static final List<Command> COMMANDS = List.of(Command.values());
  private static final List<FuzzedTable.Layout> LAYOUTS = List.of(FuzzedTable.Layout.values());
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What a table goes through. */
  private enum Command {
    AUDIT,
    TRAIN,
    PREDICT,
    CALIBRATE,
    THRESHOLD
  }

  @TempDir private Path folder;

  @Test
  void everySeedEndsInOrder() throws Exception {
    Path sound = FuzzedTable.sound().lay(folder, FuzzedTable.Layout.CSV, new SplittableRandom(0));
    Program.Result trained = Program.runHere(words(Command.TRAIN, sound, folder, 0));
    assertThat(trained.exitCode()).as(trained.err()).isZero();
    Files.move(folder.resolve("out"), folder.resolve("m.evenhand"));
    Map<String, Integer> ends = new ConcurrentSkipListMap<>();
    List<String> faults =
        IntStream.range(FIRST, FIRST + CASES)
            .parallel()
            .mapToObj(seed -> run(seed, ends))
            .filter(fault -> !fault.isEmpty())
            .toList();
    assertThat(faults).as("%s", ends).isEmpty();
    assertThat(ends).as("what the tables are made for").containsKeys(USUAL_ENDS);
  }

  private String run(int seed, Map<String, Integer> ends) {
    SplittableRandom random = new SplittableRandom(seed);
    Command command = COMMANDS.get(seed % COMMANDS.size());
    FuzzedTable.Layout layout = LAYOUTS.get(random.nextInt(LAYOUTS.size()));
    Path place = folder.resolve(Integer.toString(seed));
    try {
      Files.createDirectory(place);
      FuzzedTable.File file = FuzzedTable.of(random).write(place, layout, random);
      Program.Result result =
          Program.runAside(words(command, file.path(), place, random.nextInt(4)));
      ends.merge("%s %s %d".formatted(command, layout, result.exitCode()), 1, Integer::sum);
      String fault = fault(result, command, place, file.rows());
      return fault.isEmpty() ? "" : "seed %d, %s of %s: %s".formatted(seed, command, layout, fault);
    } catch (IOException | SQLException e) {
      throw new AssertionError("seed " + seed, e);
    }
  }

  private String[] words(Command command, Path data, Path place, int variant) {
    List<String> words =
        new ArrayList<>(List.of(command.name().toLowerCase(java.util.Locale.ROOT)));
    if (command == Command.PREDICT) {
      words.add(folder.resolve("m.evenhand").toString());
    }
    words.add(data.toString());
    if (command != Command.PREDICT) {
      words.addAll(List.of("--label=approved", "--positive=yes", "--group=sex", "--seed=1"));
      words.add("--json=" + place.resolve("json"));
      if (command != Command.CALIBRATE) {
        words.add("--min-rows=5");
      }
    }
    switch (command) {
      case AUDIT ->
          words.addAll(
              List.of(
                  variant < 2 ? "--prediction=decided" : "--score=estimate",
                  variant % 2 == 0 ? "--group=city" : "--weight=weight",
                  "--replicates=100"));
      case TRAIN ->
          words.addAll(
              List.of(
                  "--method=" + List.of("plain", "reduction", "plain", "threshold").get(variant),
                  "--require=demographic_parity<=0.4",
                  variant == 2 ? "--weight=weight" : "--drop=weight",
                  "--drop=estimate,decided",
                  "--replicates=100",
                  "--keep-unmet"));
      case CALIBRATE ->
          words.addAll(
              List.of("--score=estimate", variant < 2 ? "--evaluate-on-fit" : "--by-group"));
      case THRESHOLD ->
          words.addAll(
              List.of("--score=estimate", "--require=demographic_parity<=0.2", "--replicates=100"));
      default -> {}
    }
    if (command != Command.AUDIT) {
      words.add("--out=" + place.resolve("out"));
    }
    return words.toArray(String[]::new);
  }

  private String fault(Program.Result result, Command command, Path place, OptionalInt rows)
      throws IOException {
    String err = result.err();
    if (CONTROL.matcher(err).find()) {
      return "control characters on stderr: " + err;
    }
    if (result.exitCode() == ExitCode.DONE) {
      return rows.isEmpty() ? "" : lost(command, place, rows.getAsInt());
    }
    if (result.exitCode() < ExitCode.DONE || result.exitCode() == ExitCode.FAILURE) {
      return "exit code %d: %s".formatted(result.exitCode(), err);
    }
    if (err.contains("unexpectedly") || err.contains("Exception") || err.contains("\tat ")) {
      return "a trace: " + err;
    }
    if (result.exitCode() == ExitCode.WRONG_INPUT) {
      // remarks on how the table was read may stand before the reason
      List<String> reasons = err.lines().filter(line -> line.startsWith("evenhand: ")).toList();
      if (reasons.size() != 1 || !err.stripTrailing().endsWith(reasons.get(0))) {
        return "no single sentence: " + err;
      }
      if (Files.exists(place.resolve("out")) || Files.exists(place.resolve("json"))) {
        return "something was left behind: " + err;
      }
    }
    return "";
  }

  /** Rows that went in and are neither in the output nor told to be left out. */
  private String lost(Command command, Path place, int rows) throws IOException {
    if (command == Command.AUDIT || command == Command.TRAIN) {
      JsonNode told = JSON.readTree(place.resolve("json").toFile());
      int read = told.path("rows").asInt() + told.path("left_out").path("rows").asInt();
      for (JsonNode part : told.path("parts")) {
        read += part.path("rows").asInt();
      }
      return read == rows ? "" : "%d rows of %d were told of".formatted(read, rows);
    }
    int out = FuzzedBytes.records(Files.readString(place.resolve("out")));
    return out == rows ? "" : "%d rows of %d in the output".formatted(out, rows);
  }
}
