package evenhand.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class GroupsTest {

  private static final Groups SEX = Groups.of("sex", List.of("M", "F", "F", "M", "F"));
  private static final Groups RACE =
      Groups.of("race", List.of("White", "Black", "White", "White", "Black"));

  @Test
  void ofValuesAreNamedInAlphabeticalOrder() {
    assertThat(SEX.names()).containsExactly("F", "M");
    assertThat(SEX.codes()).containsExactly(1, 0, 0, 1, 0);
    assertThat(SEX.counts()).containsExactly(3, 2);
    assertThat(SEX.size()).isEqualTo(5);
  }

  @Test
  void crossHoldsOnlyCombinationsThatOccur() {
    Groups both = Groups.cross(List.of(SEX, RACE));
    assertThat(both.attribute()).isEqualTo("sex&race");
    assertThat(both.names()).containsExactly("F&Black", "F&White", "M&White");
    assertThat(both.codes()).containsExactly(2, 0, 1, 2, 0);
  }

  @Test
  void crossOfOneIsItself() {
    assertThat(Groups.cross(List.of(SEX))).isEqualTo(SEX);
  }

  @Test
  void anEmptyNameKeepsItsPlaceInTheCross() {
    Groups blank = Groups.of("city", List.of("", "", "X", "X", ""));
    assertThat(Groups.cross(List.of(SEX, blank)).names()).containsExactly("F&", "F&X", "M&", "M&X");
  }

  /** Rows share a group of the intersection if and only if they share one of every part. */
  @Test
  void crossIsTheCoarsestRefinement() {
    SplittableRandom random = new SplittableRandom(1);
    for (int sample = 0; sample < 50; sample++) {
      int n = 1 + random.nextInt(60);
      List<Groups> parts =
          IntStream.range(0, 1 + random.nextInt(3))
              .mapToObj(part -> draw("p" + part, n, random))
              .toList();
      Groups cross = Groups.cross(parts);
      Map<List<Integer>, Integer> codes = new HashMap<>();
      for (int i = 0; i < n; i++) {
        int row = i;
        List<Integer> key = parts.stream().map(part -> part.codes()[row]).toList();
        Integer seen = codes.putIfAbsent(key, cross.codes()[i]);
        assertThat(cross.codes()[i]).isEqualTo(seen == null ? cross.codes()[i] : seen);
        assertThat(cross.names().get(cross.codes()[i]))
            .isEqualTo(
                String.join(
                    "&", parts.stream().map(part -> part.names().get(part.codes()[row])).toList()));
      }
      assertThat(codes.values()).doesNotHaveDuplicates().hasSize(cross.names().size());
      assertThat(cross.counts()).doesNotContain(0);
    }
  }

  private static Groups draw(String attribute, int n, SplittableRandom random) {
    int k = 1 + random.nextInt(4);
    return new Groups(
        attribute,
        IntStream.range(0, k).mapToObj(g -> attribute + g).toList(),
        IntStream.range(0, n).map(i -> random.nextInt(k)).toArray());
  }

  @Test
  void selectKeepsNamesAndWithoutEmptyDropsThem() {
    Groups women = SEX.select(new int[] {4, 1, 1});
    assertThat(women.names()).containsExactly("F", "M");
    assertThat(women.codes()).containsExactly(0, 0, 0);
    assertThat(SEX.select(new int[] {0, 3}).withoutEmpty())
        .isEqualTo(new Groups("sex", List.of("M"), new int[] {0, 0}));
    assertThat(SEX.withoutEmpty()).isEqualTo(SEX);
  }

  @Test
  void afterPutsKnownNamesInFront() {
    Groups again = SEX.after(List.of("M", "X"));
    assertThat(again.names()).containsExactly("M", "X", "F");
    assertThat(again.codes()).containsExactly(0, 2, 2, 0, 2);
  }

  @Test
  void refusesCodesAndPartsThatDoNotFit() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Groups("sex", List.of("F"), new int[] {0, 1}))
        .withMessage("group code 1 of sex is outside [0, 1)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Groups("sex", List.of("F"), new int[] {-1}));
    assertThatIllegalArgumentException().isThrownBy(() -> Groups.cross(List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Groups.cross(List.of(SEX, SEX.select(new int[] {0}))))
        .withMessage("attributes differ in rows: 5 and 1");
    assertThatExceptionOfType(ArithmeticException.class)
        .as("more combinations than a number holds")
        .isThrownBy(() -> Groups.cross(Collections.nCopies(64, SEX)));
  }

  @Test
  void intersectionsWhoseJoinedNamesAgreeStayApart() {
    Groups race = Groups.of("race", List.of("A&B", "A", "A"));
    Groups sex = Groups.of("sex", List.of("C", "B&C", "C"));
    Groups both = Groups.cross(List.of(race, sex));
    assertThat(both.names()).containsExactly("A&\"B&C\"", "A&C", "\"A&B\"&C");
    assertThat(both.crossed()).containsExactly("race", "sex");
    Groups later = Groups.cross(List.of(race.select(new int[] {1}), sex.select(new int[] {1})));
    assertThat(later.after(both.names()).codes()).containsExactly(0);
    assertThat(Groups.attributes("race&sex", List.of("race", "sex")))
        .containsExactly("race", "sex");
    assertThat(Groups.attributes("race&sex", List.of("race", "sex", "race&sex")))
        .containsExactly("race&sex");
    assertThat(Groups.attributes("race&age", List.of("race", "sex"))).isEmpty();
  }
}
