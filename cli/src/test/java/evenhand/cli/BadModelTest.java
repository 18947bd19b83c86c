package evenhand.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Model files that can't be used: exit code 2, no decisions written. */
final class BadModelTest {

  @TempDir private Path folder;
  private byte[] model = new byte[0];

  @BeforeEach
  void train() throws IOException {
    new Applicants().in(folder, "people.csv");
    assertThat(Program.runHere(Words.train(folder, "people.csv")).exitCode()).isZero();
    model = Files.readAllBytes(folder.resolve("m.evenhand"));
  }

  private String refused(byte[] bytes) throws IOException {
    Files.write(folder.resolve("bad.evenhand"), bytes);
    return refused("bad.evenhand", "people.csv");
  }

  private String refused(String name, String data, String... more) {
    return Refusal.of(folder, Words.predict(folder, name, data, more)).sentence();
  }

  @Test
  void theModelItselfIsRight() throws IOException {
    Program.Result result = Program.runHere(Words.predict(folder, "m.evenhand", "people.csv"));
    assertThat(result).isEqualTo(new Program.Result(ExitCode.DONE, "", ""));
    assertThat(folder.resolve("p.csv")).exists();
  }

  @Test
  void unreadable() throws IOException {
    assertThat(refused("nowhere.evenhand", "people.csv"))
        .isEqualTo("there is no file nowhere.evenhand");
    assertThat(refused(new byte[0])).startsWith("bad.evenhand is not a readable model: ");
    assertThat(refused("income,sex\n1,2\n".getBytes(StandardCharsets.UTF_8)))
        .startsWith("bad.evenhand is not a readable model: ");
    assertThat(refused("people.csv", "people.csv"))
        .startsWith("people.csv is not a readable model: ");
    Files.createDirectory(folder.resolve("d"));
    assertThat(refused("d", "people.csv")).startsWith("d is not a readable model: ");
  }

  @Test
  void truncatedAnywhere() throws IOException {
    int step = model.length / 23;
    for (int length = step; length < model.length; length += step) {
      assertThat(refused(Arrays.copyOf(model, length)))
          .as("%d of %d bytes", length, model.length)
          .startsWith("bad.evenhand ");
    }
    assertThat(refused(Arrays.copyOf(model, model.length - 1)))
        .isEqualTo("bad.evenhand is not a readable model: it is truncated");
  }

  @Test
  void oneByteChangedInAnyPart() throws IOException {
    int centralDirectory = new String(model, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002");
    for (String part : new String[] {"manifest.json", "encoding.json", "evidence.json"}) {
      int name = new String(model, StandardCharsets.ISO_8859_1).indexOf(part);
      byte[] changed = model.clone();
      changed[name + part.length() + 40] ^= 1;
      assertThat(name + part.length() + 40).isLessThan(centralDirectory);
      assertThat(refused(changed)).as(part).startsWith("bad.evenhand ");
    }
  }

  @Test
  void rowsThatLackAColumnOfTheModel() {
    new Applicants().rename("income", "wages").in(folder, "other.csv");
    assertThat(refused("m.evenhand", "other.csv")).contains("other.csv").contains("income");
  }

  @Test
  void rowsThatHaveAColumnOfThatNameAlready() {
    new Applicants().rename("decision", "prediction").in(folder, "other.csv");
    assertThat(refused("m.evenhand", "other.csv"))
        .isEqualTo(
            "other.csv has a column prediction already, the name of one that predictions add; rename it");
  }

  @Test
  void trainingRowsOfAnotherTable() {
    new Applicants().set(2, "income", "77").in(folder, "other.csv");
    assertThat(refused("m.evenhand", "other.csv", "--rows", "training"))
        .isEqualTo(
            "other.csv is not the table the model was trained on, so its training rows can't be told");
  }
}
