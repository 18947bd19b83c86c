package evenhand.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenhand.data.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataSourceTest {

  private static final DataSource SOURCE = new DataSource(ReadOptions.defaults(), Optional.empty());

  @TempDir Path folder;

  @Test
  void aCatalogueNameComesWithWhatIsKnown() {
    Opened opened = SOURCE.open("lending");

    assertThat(opened.table().origin()).isEqualTo("lending");
    assertThat(opened.labelOr(Optional.empty())).isEqualTo("approved");
    assertThat(opened.labelOr(Optional.of("group"))).isEqualTo("group");
    assertThat(opened.positiveOf("approved")).contains("yes");
    assertThat(opened.positiveOf("group")).isEmpty();
    assertThat(opened.leftOut()).containsExactly("age_group");
    assertThat(SOURCE.testOf("lending", opened)).isPresent();
    assertThat(SOURCE.testOf("lending:test", SOURCE.open("lending:test"))).isEmpty();
  }

  @Test
  void aFileComesAlone() throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), "a,b\n1,2\n");
    Opened opened = SOURCE.open(file.toString());

    assertThat(opened.table().numeric("b").values()).containsExactly(2);
    assertThat(opened.leftOut()).isEmpty();
    assertThat(SOURCE.testOf(file.toString(), opened)).isEmpty();
    assertThatThrownBy(() -> opened.labelOr(Optional.empty()))
        .isInstanceOf(DataException.class)
        .hasMessage("say with --label which column of " + file + " is the outcome");
  }

  @Test
  void aQueryNeedsADatabase() throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), "a,b\n1,2\n3,4\n");
    DataSource over = new DataSource(ReadOptions.defaults(), Optional.of(file));

    assertThat(over.open("sql:SELECT sum(b) AS s FROM data").table().numeric("s").values())
        .containsExactly(6);
    assertThatThrownBy(() -> SOURCE.open("sql:SELECT 1"))
        .isInstanceOf(DataException.class)
        .hasMessage("an sql: query needs --database, the file it reads");
  }

  @Test
  void whatIsNeitherIsASentence() {
    assertThatThrownBy(() -> SOURCE.open("adlut"))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith(
            "adlut is neither a file nor a data set of the catalogue, which has adult, bank, ");
    assertThatThrownBy(() -> SOURCE.open("missing.csv"))
        .isInstanceOf(DataException.class)
        .hasMessage("missing.csv: there is no such file");
  }
}
