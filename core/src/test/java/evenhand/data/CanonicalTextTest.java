package evenhand.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class CanonicalTextTest {

  @Test
  void equalValuesHaveOneSpelling() {
    assertThat(CanonicalText.of("\u00a0Female \u202f\t")).isEqualTo("Female");
    assertThat(CanonicalText.of("Jose\u0301")).isEqualTo("Jos\u00e9");
    assertThat(CanonicalText.of("True")).isEqualTo("true");
    assertThat(CanonicalText.of(" FALSE")).isEqualTo("false");
    assertThat(CanonicalText.of("tRUE")).isEqualTo("tRUE");
    assertThat(CanonicalText.of("t")).isEqualTo("t");
    assertThat(CanonicalText.of("New\u00a0York")).isEqualTo("New\u00a0York");
    assertThat(CanonicalText.of(" \u00a0 ")).isEmpty();
  }

  @Test
  void whatLooksAlikeIsAlikeAtAGlance() {
    assertThat(CanonicalText.glance("NEW\u00a0 York")).isEqualTo(CanonicalText.glance("new york"));
    assertThat(CanonicalText.glance("Stra\u00dfe")).isEqualTo(CanonicalText.glance("STRASSE"));
    assertThat(CanonicalText.glance("Newyork")).isNotEqualTo(CanonicalText.glance("new york"));
  }
}
