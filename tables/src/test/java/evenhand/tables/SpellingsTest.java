package evenhand.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SpellingsTest {

  @TempDir Path folder;

  @Test
  void whatWasReadAsMissingIsCounted() throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), "g,h\nNA,x\n,y\nEU, y\nNA,\n?,x\n");

    assertThat(remarks(file, ReadOptions.defaults(), false, "g", "h", "none"))
        .containsExactly(
            file
                + ", column g: ? (1 row) and NA (2 rows) were read as missing, with empty cells (1"
                + " row); --missing names what means missing in their place, --missing '' empty"
                + " cells alone",
            file
                + ", column h: spellings that differ in blanks around them, in how letters are"
                + " composed or in True and true were read as one value: y as y (1 row), ' y' (1"
                + " row)");
    assertThat(remarks(file, ReadOptions.defaults(), true, "g")).isEmpty();
    assertThat(remarks(file, ReadOptions.defaults().withMissing(Set.of("")), false, "g")).isEmpty();
  }

  @Test
  void lettersAndBlanksThatCannotBeSeenAreNamed() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("a.csv"), "g\nJos\u00e9\nJose\u0301\nF\nF\u00a0\nTrue\ntrue\n");

    assertThat(remarks(file, ReadOptions.defaults(), false, "g"))
        .singleElement()
        .asString()
        .endsWith(
            "F as F (1 row), F<U+00A0> (1 row); Jos\u00e9 as Jos\u00e9 (1 row), Jose<U+0301> (1"
                + " row); true as True (1 row), true (1 row)");
  }

  @Test
  void ofManyValuesTheFirstAreSaid() throws IOException {
    StringBuilder text = new StringBuilder("g\n");
    for (int i = 10; i < 40; i++) {
      text.append("v").append(i).append("\n v").append(i).append('\n');
    }
    Path file = Files.writeString(folder.resolve("a.csv"), text.toString());

    assertThat(remarks(file, ReadOptions.defaults(), false, "g"))
        .singleElement()
        .asString()
        .endsWith("v14 as v14 (1 row), ' v14' (1 row); and 25 more values");
  }

  private static List<String> remarks(
      Path file, ReadOptions options, boolean named, String... columns) {
    return new DataSource(options, Optional.empty())
        .open(file.toString())
        .remarks(List.of(columns), named);
  }
}
