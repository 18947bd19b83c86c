package evenhand.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import evenhand.metric.Rate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class FourFifthsTest {

  private static final double[] EACH_ONE = {1, 1, 1};

  private static FourFifths of(Rate... rates) {
    return FourFifths.of(List.of(rates), EACH_ONE);
  }

  @Test
  void comparesTheSmallestWithTheLargestRate() {
    FourFifths rule = of(new Rate(30, 100), new Rate(50, 100), new Rate(400, 1000));
    assertThat(rule.ratio().orElseThrow()).isCloseTo(0.6, within(1e-12));
    assertThat(rule.met()).hasValue(false);
    assertThat(rule.flippedBy()).isEmpty();
  }

  @Test
  void exactlyFourFifthsIsMet() {
    FourFifths rule = of(new Rate(40, 100), new Rate(50, 100));
    assertThat(rule.met()).hasValue(true);
    assertThat(rule.flippedBy()).as("39 of 100 is not enough").hasValue(1);
  }

  @Test
  void twoPeopleInEitherGroup() {
    FourFifths rule = of(new Rate(39, 100), new Rate(51, 100));
    assertThat(rule.met()).hasValue(false);
    assertThat(rule.flippedBy()).as("40 and 50").hasValue(2);
  }

  @Test
  void weightedPeopleCountAsTheyWeigh() {
    List<Rate> rates = List.of(new Rate(39, 100), new Rate(50, 100));
    assertThat(FourFifths.of(rates, new double[] {1, 1}).flippedBy()).hasValue(1);
    assertThat(FourFifths.of(rates, new double[] {0.1, 0.1}).flippedBy()).isEmpty();
  }

  @Test
  void nobodySelectedIsNoVerdict() {
    FourFifths rule = of(new Rate(0, 100), new Rate(0, 50));
    assertThat(rule.met()).isEmpty();
    assertThat(rule.ratio()).isEmpty();
    assertThat(rule.reason()).isPresent();
  }

  /** By trying every change of one or two decisions in the two extreme groups. */
  @Test
  void findsTheFewestPeople() {
    SplittableRandom random = new SplittableRandom(1);
    int found = 0;
    for (int sample = 0; sample < 400; sample++) {
      int first = 20 + random.nextInt(30);
      int second = 20 + random.nextInt(30);
      Rate a = new Rate(5 + random.nextInt(10), first);
      Rate b = new Rate(5 + random.nextInt(10), second);
      OptionalInt expected = OptionalInt.empty();
      for (int people = 2; people >= 1; people--) {
        if (flips(a, b, people)) {
          expected = OptionalInt.of(people);
        }
      }
      assertThat(of(a, b).flippedBy()).as(a + " " + b).isEqualTo(expected);
      found += expected.isPresent() ? 1 : 0;
    }
    assertThat(found).isGreaterThan(20);
  }

  private static boolean flips(Rate a, Rate b, int people) {
    List<Boolean> verdicts = new ArrayList<>();
    for (int inA = -people; inA <= people; inA++) {
      int inB = people - Math.abs(inA);
      verdicts.add(isMet(a.hits() + inA, a.trials(), b.hits() + inB, b.trials()));
      verdicts.add(isMet(a.hits() + inA, a.trials(), b.hits() - inB, b.trials()));
    }
    return verdicts.contains(!isMet(a.hits(), a.trials(), b.hits(), b.trials()));
  }

  /** Without a division: 5 · smaller ≥ 4 · larger. */
  private static boolean isMet(double hitsA, double a, double hitsB, double b) {
    double one = hitsA * b;
    double other = hitsB * a;
    return 5 * Math.min(one, other) >= 4 * Math.max(one, other);
  }
}
