package evenhand.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenhand.data.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NewFolderTest {

  @TempDir private Path folder;

  @Test
  void whatStayedEmptyIsTakenAwayAndNothingElse() throws IOException {
    Path place = folder.resolve("a").resolve("b").resolve("c");
    try (NewFolder made = NewFolder.at(place)) {
      assertThat(made.path()).isEmptyDirectory();
    }
    assertThat(folder).isEmptyDirectory();

    try (NewFolder made = NewFolder.at(place)) {
      Files.writeString(made.path().resolveSibling("kept"), "");
    }
    assertThat(place).doesNotExist();
    assertThat(place.resolveSibling("kept")).exists();

    Files.createDirectories(place);
    NewFolder.at(place).close();
    assertThat(place).isEmptyDirectory();
  }

  @Test
  void aFileInItsPlaceIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThatThrownBy(() -> NewFolder.at(file.resolve("in")))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("can't make the folder " + file);
  }
}
