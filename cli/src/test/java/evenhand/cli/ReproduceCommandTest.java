package evenhand.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReproduceCommandTest {

  @TempDir private Path folder;

  private Program.Result slice(String... more) {
    String[] words = new String[3 + more.length];
    words[0] = "reproduce";
    words[1] = "nash-synthetic";
    words[2] = "--scale=slice";
    System.arraycopy(more, 0, words, 3, more.length);
    return Program.runHere(words);
  }

  @Test
  void listsWhatThereIs() {
    Program.Result result = Program.runHere("reproduce");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).contains("nash-synthetic").contains("NeurIPS 2024");
  }

  @Test
  void writesTablePageJsonAndPicturesAndTheSameAgain() throws IOException {
    Path out = folder.resolve("some/where");
    Program.Result first = slice("--out=" + out);
    assertThat(first.exitCode()).as(first.err()).isZero();
    assertThat(first.out()).startsWith("Two losses that conflict").contains("nash-then-gap");
    for (String name :
        new String[] {
          "nash-synthetic.html", "nash-synthetic.json", "bargaining-aggregators.svg",
        }) {
      assertThat(out.resolve(name)).isNotEmptyFile();
    }
    JsonNode kept = new ObjectMapper().readTree(out.resolve("nash-synthetic.json").toFile());

    Program.Result second = slice("--out=" + out, "--json=-");

    assertThat(new ObjectMapper().readTree(second.out())).isEqualTo(kept);
    assertThat(kept.get("schema").asText()).isEqualTo("evenhand.reproduce/1");
  }

  @Test
  void seedsBeginWhereAsked() throws IOException {
    Path out = folder.resolve("later");

    Program.Result result = slice("--out=" + out, "--first-seed=3", "--seeds=2", "--json=-");

    JsonNode tree = new ObjectMapper().readTree(result.out());
    assertThat(tree.at("/configuration/seeds").asText()).isEqualTo("3 to 4");
    assertThat(out.resolve("cells/nash-rate0.1-seed4.json")).exists();
    assertThat(out.resolve("cells/nash-rate0.1-seed0.json")).doesNotExist();
  }

  @Test
  void theSameOnAnyNumberOfThreads() throws IOException {
    Path one = folder.resolve("one");
    Path three = folder.resolve("three");

    slice("--out=" + one, "--parallel=1");
    slice("--out=" + three, "--parallel=3");

    assertThat(three.resolve("nash-synthetic.json"))
        .hasSameBinaryContentAs(one.resolve("nash-synthetic.json"));
  }

  @Test
  void refusesWhatItCannotDo() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    assertThat(Program.runHere("reproduce", "nash").err())
        .startsWith("evenhand: no reproduction is called 'nash'; there are ");
    assertThat(slice("--seeds=0").err())
        .startsWith("evenhand: --seeds must be from 1 to 500000000, was 0");
    assertThat(slice("--first-seed=-1").err())
        .startsWith("evenhand: --first-seed must be from 0 to 500000000, was -1");
    assertThat(slice("--parallel=0").err())
        .startsWith("evenhand: --parallel must be at least 1, was 0");
    assertThat(slice("--out=" + file).err())
        .isEqualTo(
            "evenhand: can't write into %s: it is a file, a folder is needed\n".formatted(file));
    assertThat(slice("--out=" + file).exitCode()).isEqualTo(ExitCode.WRONG_INPUT);
  }

  @Test
  void aRunThatCannotBeginLeavesNoFolder() {
    Program.Result result =
        Program.in(folder)
            .with("EVENHAND_DATA", folder.toString())
            .with("XDG_CACHE_HOME", folder.toString())
            .run("reproduce", "forml-celeba", "--scale=slice");
    assertThat(result.exitCode()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(result.err()).startsWith("evenhand: celeba/list_attr_celeba.txt is missing; put it");
    assertThat(folder.resolve("reproduced")).doesNotExist();
  }
}
