package evenhand.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MainTest {

  @TempDir private Path folder;

  private Program.Result train(Path place, String language) throws IOException {
    return Program.in(Files.createDirectories(place))
        .with("JAVA_TOOL_OPTIONS", "-Duser.language=" + language)
        .run(
            "train",
            "lending",
            "--group=group",
            "--require=demographic_parity<=0.001",
            "--keep-unmet",
            "--replicates=100",
            "--seed=1",
            "--json=evidence.json",
            "--out=m.evenhand");
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "ar"})
  void numbersAreWrittenAlikeInEveryCountry(String language) throws IOException {
    Path here = folder.resolve(language);
    Path root = folder.resolve("root");

    Program.Result said = train(here, language);

    assertThat(said.out()).contains("may lie up to 0.0");
    assertThat(said.out()).isEqualTo(train(root, "en").out());
    assertThat(here.resolve("evidence.json")).hasSameBinaryContentAs(root.resolve("evidence.json"));
  }
}
