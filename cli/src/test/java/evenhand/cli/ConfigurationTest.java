package evenhand.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import evenhand.data.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

final class ConfigurationTest {

  @TempDir private Path folder;

  private String file(String yaml) throws IOException {
    return Files.writeString(folder.resolve("c.yaml"), yaml).toString();
  }

  private static List<String> expand(String... words) {
    return Configuration.expand(new CommandLine(new Main()), words).arguments();
  }

  private String refused(String yaml) throws IOException {
    String file = file(yaml);
    return String.valueOf(
            catchThrowableOfType(
                    DataException.class, () -> expand("train", "adult", "--config", file))
                .getMessage())
        .replace(file, "c.yaml");
  }

  @Test
  void withoutAFileNothingChanges() {
    String[] words = {"train", "adult", "--seed", "1"};
    assertThat(expand(words)).containsExactly(words);
    assertThat(expand()).isEmpty();
    assertThat(expand("trian", "--config", "none")).containsExactly("trian", "--config", "none");
  }

  @Test
  void listsRepeatAndFlagsStandAlone() throws IOException {
    String file =
        file(
            """
            group: [sex, race]
            intersect: true
            keep-unmet: false
            seed: 3
            validation: 0.25
            method-option: {epochs: 4, rate: 1e-3}
            features:
              - age
              - hours
            """);
    assertThat(expand("train", "--config", file, "adult"))
        .containsExactly(
            "train",
            "adult",
            "--group=sex",
            "--group=race",
            "--intersect",
            "--seed=3",
            "--validation=0.25",
            "--method-option=epochs=4",
            "--method-option=rate=1e-3",
            "--features=age",
            "--features=hours");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yes",
        "no",
        "on",
        "off",
        "1",
        "0",
        "007",
        "1e3",
        "0x1F",
        "2026-11-29",
        "null",
        "~",
        "NaN",
        ".5",
        "1_000",
        "12:30:45",
        "True",
        ">=10",
        "a b"
      })
  void valuesAreTextAsWritten(String value) throws IOException {
    String yaml = value.startsWith(">") ? "'" + value + "'" : value;
    String file = file("positive: " + yaml + "\n");
    assertThat(expand("train", "adult", "--config", file))
        .containsExactly("train", "adult", "--positive=" + value);
  }

  @Test
  void whatIsQuotedIsText() throws IOException {
    String file = file("positive: 'yes'\nmissing: ['', \"N/A\"]\nlabel: |-\n  two words\n");
    assertThat(expand("train", "--config=" + file))
        .containsExactly(
            "train", "--positive=yes", "--missing=", "--missing=N/A", "--label=two words");
  }

  @Test
  void theCommandLineWins() throws IOException {
    String file = file("seed: 3\ngroup: [sex, race]\nmethod: grid\n");
    assertThat(expand("train", "--config=" + file, "--seed", "4", "--group=age"))
        .containsExactly("train", "--seed", "4", "--group=age", "--method=grid");
  }

  @Test
  void whatIsWrongHasItsLine() throws IOException {
    assertThat(refused("seed: 1\n\npositve: yes\n"))
        .isEqualTo("c.yaml, line 3: unknown option 'positve'; did you mean 'positive'?");
    assertThat(refused("min_rows: 30\n"))
        .isEqualTo("c.yaml, line 1: unknown option 'min_rows'; did you mean 'min-rows'?");
    assertThat(refused("colour: red\n"))
        .isEqualTo(
            "c.yaml, line 1: unknown option 'colour'; train has those that evenhand train --help tells, without dashes");
    assertThat(refused("seed: 1\nconfig: other.yaml\n")).startsWith("c.yaml, line 2: unknown ");
    assertThat(refused("seed: [1, 2]\n"))
        .isEqualTo("c.yaml, line 1: 'seed' takes one value, not a list");
    assertThat(refused("seed: 1\nintersect: 3\n"))
        .isEqualTo("c.yaml, line 2: 'intersect' is a flag, true or false, not '3'");
    assertThat(refused("seed: 1\nseed: 2\n"))
        .isEqualTo(
            "c.yaml, line 2: 'seed' stands in line 1 already; a list gives an option more than one value");
    assertThat(refused("label:\n")).isEqualTo("c.yaml, line 1: the value of 'label' is missing");
    assertThat(refused("group:\n  - sex\n  - {a: b}\n"))
        .isEqualTo("c.yaml, line 3: a value of 'group' must be a word or a number");
    assertThat(refused("- seed\n")).isEqualTo("c.yaml must hold options as NAME: VALUE lines");
    assertThat(refused("")).isEqualTo("c.yaml must hold options as NAME: VALUE lines");
    assertThat(refused("seed: 1\ngroup: [sex\n"))
        .isEqualTo("c.yaml, line 2: not readable as YAML: it has no end");
  }

  @Test
  void aThousandLaughsAreNotHeard() throws IOException {
    StringBuilder yaml = new StringBuilder("group: &a0 [ha, ha]\n");
    for (int i = 1; i < 40; i++) {
      yaml.append("drop: &a%d [*a%d, *a%d]\n".formatted(i, i - 1, i - 1));
    }
    assertThat(refused(yaml.toString())).startsWith("c.yaml").hasSizeLessThan(200);
    assertThat(refused("group: " + "[".repeat(100_000))).startsWith("c.yaml").hasSizeLessThan(200);
    assertThat(refused("group: &a [*a]\n")).startsWith("c.yaml").hasSizeLessThan(200);
  }

  @Test
  void aValueThatTheCommandRefusesHasItsLine() throws IOException {
    String file = file("group: group\nmethod: reducton\nseed: 1\n");
    Path out = folder.resolve("m");
    assertThat(Program.runHere("train", "lending", "--config", file, "--out", out.toString()).err())
        .startsWith("evenhand: " + file + ", line 2: there is no method reducton; ")
        .endsWith("; did you mean reduction?" + System.lineSeparator());
    String other = file("group: group\n\nseed: soon\n");
    assertThat(
            Program.runHere("train", "lending", "--config", other, "--out", out.toString()).err())
        .startsWith("evenhand: " + other + ", line 3: Invalid value for option '--seed'");
  }

  @Test
  void aNumberThatOccursInASentenceOnDataIsNotToBlame() throws IOException {
    Path ragged = folder.resolve("r.csv");
    Files.writeString(ragged, "group,y\n" + "a,1\nb,0\n".repeat(8) + "a,1,2\n");
    String file = file("group: group\nlabel: y\nseed: 17\n");
    assertThat(
            Program.runHere(
                    "train", ragged.toString(), "--config", file, "--method=plain", "--out=m")
                .err())
        .startsWith("evenhand: " + ragged + ", row 17 ");
  }

  @Test
  void tooLargeAFile() throws IOException {
    assertThat(refused("#".repeat((1 << 20) + 1)))
        .isEqualTo("c.yaml is larger than a configuration may be, 1 MiB");
  }

  @Test
  void theFileNeedsAName() {
    assertThat(expand("train", "--config")).containsExactly("train", "--config");
  }
}
