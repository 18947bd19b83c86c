package evenhand.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import evenhand.data.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConfigurationTest {

  @TempDir private Path folder;

  private String file(String yaml) throws IOException {
    return Files.writeString(folder.resolve("c.yaml"), yaml).toString();
  }

  @Test
  void withoutAFileNothingChanges() {
    String[] words = {"train", "adult", "--seed", "1"};
    assertThat(Configuration.expand(words)).isEqualTo(words);
    assertThat(Configuration.expand()).isEmpty();
  }

  @Test
  void listsRepeatAndFlagsStandAlone() throws IOException {
    String file =
        file("group: [sex, race]\nintersect: true\nkeep-unmet: false\nseed: 3\nvalidation: 0.25\n");
    assertThat(Configuration.expand("train", "--config", file, "adult"))
        .containsExactly(
            "train",
            "adult",
            "--group=sex",
            "--group=race",
            "--intersect",
            "--seed=3",
            "--validation=0.25");
  }

  @Test
  void theCommandLineWins() throws IOException {
    String file = file("seed: 3\ngroup: [sex, race]\nmethod: grid\n");
    assertThat(Configuration.expand("train", "--config=" + file, "--seed", "4", "--group=age"))
        .containsExactly("train", "--seed", "4", "--group=age", "--method=grid");
  }

  @Test
  void tooLargeAFile() throws IOException {
    String file = file("#".repeat((1 << 20) + 1));
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> Configuration.expand("train", "--config", file))
        .withMessage(file + " is larger than a configuration may be, 1 MiB");
  }

  @Test
  void theFileNeedsAName() {
    assertThat(Configuration.expand("train", "--config")).containsExactly("train", "--config");
  }
}
