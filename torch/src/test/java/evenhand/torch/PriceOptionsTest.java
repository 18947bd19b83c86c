package evenhand.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenhand.data.DataException;
import evenhand.loss.Credibility;
import evenhand.loss.Penalty;
import evenhand.train.MethodOptions;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class PriceOptionsTest {

  @Test
  void saysTheOptionsThatHaveAnEffect() {
    assertThat(read(Map.of()).configuration())
        .containsOnlyKeys("loss", "penalty", "curve", "temperature", "memory", "subgroups");
    assertThat(read(Map.of("loss", "hsic")).configuration())
        .containsExactly(Map.entry("loss", "hsic"), Map.entry("subgroups", "even"));
    assertThat(read(Map.of("loss", "mmd")).configuration())
        .containsOnlyKeys("loss", "widest", "widths", "subgroups");
    assertThat(read(Map.of("loss", "mine")).configuration())
        .containsOnlyKeys(
            "loss", "mine-hidden", "mine-steps", "mine-rate", "mine-average", "subgroups");
    assertThat(read(Map.of("loss", "bounded-group-loss", "subgroups", "shrunk")).configuration())
        .containsOnlyKeys("loss", "compare", "subgroups", "prior-rows");
  }

  /** What is written in a model's evidence trains the same again. */
  @Test
  void readsBackWhatItSays() {
    for (String loss :
        new String[] {
          "rates",
          "bounded-group-loss",
          "squared-error",
          "covariance",
          "correlation",
          "hsic",
          "mmd",
          "wasserstein",
          "mine"
        }) {
      Map<String, String> said =
          read(Map.of("loss", loss, "subgroups", "hierarchical")).configuration();

      assertThat(read(said).configuration()).isEqualTo(said);
    }
  }

  @Test
  void mutualInformationIsTheDivergenceOfRates() {
    assertThat(((FairnessTerm.Rates) read(Map.of("loss", "mutual-information")).term()).penalty())
        .isEqualTo(Penalty.KL);
  }

  @Test
  void subgroupsAreReadWithTheirOptions() {
    assertThat(read(Map.of("subgroups", "shrunk", "prior-rows", "20")).subgroups())
        .isEqualTo(new Subgroups.Pooled(new Credibility.Shrunk(20)));
    assertThat(read(Map.of("subgroups", "adaptive", "adaptive-by", "size")).subgroups())
        .isEqualTo(new Subgroups.Pooled(Credibility.Adaptive.SIZE));
    assertThat(read(Map.of("subgroups", "hierarchical", "min-rows", "7")).subgroups())
        .isEqualTo(new Subgroups.Hierarchical(7, 0.25));
  }

  @Test
  void refusesWhatHasNoEffect() {
    assertThatThrownBy(() -> read(Map.of("loss", "mmd", "penalty", "squares")))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "method regularized has no option penalty; it has loss, widest, widths, subgroups");
    assertThatThrownBy(() -> read(Map.of("loss", "mmd", "subgroups", "shrunk")))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "the option subgroups of method regularized must be one of even, hierarchical, was shrunk");
    assertThatThrownBy(() -> read(Map.of("loss", "gini")))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("must be one of rates, mutual-information, bounded-group-loss,");
  }

  private static PriceOptions read(Map<String, String> options) {
    MethodOptions given = new MethodOptions("method regularized", new TreeMap<>(options));
    PriceOptions read = PriceOptions.read(given);
    given.requireAllRead();
    return read;
  }
}
