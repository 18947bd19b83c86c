package evenhand.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenhand.data.DataException;
import evenhand.data.Table;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class OpenedTest {

  private static final Table NONE = new Table("people.csv", List.of(), 0);

  private static Opened known(String name) {
    return new Opened(NONE, Optional.of(new Catalogue(DataFolders.usual()).entry(name)));
  }

  @Test
  void tellsWhichColumnsGiveADerivedGroupAway() {
    CatalogueEntry german = new Catalogue(DataFolders.usual()).entry("german");
    List<String> sources =
        german.columns().sensitive().stream()
            .filter(sensitive -> sensitive.group().column().equals("sex"))
            .findFirst()
            .orElseThrow()
            .source();
    assertThat(sources).isNotEmpty();
    assertThat(known("german").sourcesOf("sex")).isEqualTo(sources);
    assertThat(known("german").sourcesOf("no group")).isEmpty();
    assertThat(new Opened(NONE, Optional.empty()).sourcesOf("sex")).isEmpty();
  }

  @Test
  void takesTheLabelGivenBeforeTheCataloguesOwn() {
    assertThat(known("adult").labelOr(Optional.of("sex"))).isEqualTo("sex");
    assertThat(known("adult").labelOr(Optional.empty())).isEqualTo("income");
    assertThat(known("adult").positiveOf("income")).contains(">50K");
    assertThat(known("adult").positiveOf("sex")).isEmpty();
    assertThatThrownBy(() -> new Opened(NONE, Optional.empty()).labelOr(Optional.empty()))
        .isInstanceOf(DataException.class)
        .hasMessage("say with --label which column of people.csv is the outcome");
  }
}
