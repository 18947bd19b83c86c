package evenhand.train;

import static org.assertj.core.api.Assertions.assertThat;

import evenhand.data.DenseMatrix;
import evenhand.data.Groups;
import evenhand.data.Sample;
import evenhand.learner.KeyedDraw;
import evenhand.parity.Requirement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class KeySearchTest {

  @Test
  void takesTheFirstKeyThatKeepsAllAndTriesNoMore() {
    List<KeyedDraw> tried = new ArrayList<>();
    KeyedDraw found =
        KeySearch.best(
            1,
            key -> {
              tried.add(key);
              return tried.size() < 3 ? 0.1 : -0.1;
            });

    assertThat(tried).hasSize(3);
    assertThat(found).isEqualTo(tried.get(2));
    assertThat(tried.get(0)).isEqualTo(KeySearch.first(1));
  }

  @Test
  void whereNoKeyKeepsAllTakesTheOneThatBreaksLeast() {
    List<KeyedDraw> tried = new ArrayList<>();
    KeyedDraw found =
        KeySearch.best(
            2,
            key -> {
              tried.add(key);
              return tried.size() == 40 ? 0.01 : 0.02;
            });

    assertThat(tried).hasSize(KeySearch.MOST_KEYS);
    assertThat(found).isEqualTo(tried.get(39));
  }

  /** Two rows of group c can't have a rate near the others'; 40 of each of the others can. */
  @Test
  void whatRestsOnAHandfulOfRowsDoesNotEnter() {
    int[] codes = new int[82];
    double[] decisions = new double[82];
    for (int i = 0; i < 82; i++) {
      codes[i] = i < 80 ? i % 2 : 2;
      decisions[i] = i < 80 && i % 4 < 2 ? 1 : 0;
    }
    Sample sample =
        Sample.of(
            new DenseMatrix(82, 1, new float[82]),
            new int[82],
            List.of(new Groups("group", List.of("a", "b", "c"), codes)));
    Requirement requirement = Requirement.parse("demographic_parity<=0.1@group");

    assertThat(Measurable.of(requirement, sample, 30).orElseThrow().broken(decisions))
        .isLessThanOrEqualTo(0);
    assertThat(Measurable.of(requirement, sample, 2).orElseThrow().broken(decisions)).isPositive();
    assertThat(Measurable.of(requirement, sample, 50)).isEmpty();
  }
}
