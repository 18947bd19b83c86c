package evenhand.parity;

import static org.assertj.core.api.Assertions.assertThat;

import evenhand.data.Sample;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Several requirements, on all attributes and on one, stacked. */
final class ConstraintTest extends ConstraintContract {

  private static final List<Requirement> REQUIREMENTS =
      List.of(
          Requirement.parse("demographic_parity<=0.1"),
          Requirement.parse("equalized_odds:to_overall<=0.2@race"));

  @Override
  Constraint on(Sample sample) {
    return Constraint.all(REQUIREMENTS.stream().map(one -> one.on(sample)).toList());
  }

  @Test
  void partsFollowEachOther() {
    SplittableRandom random = new SplittableRandom(5);
    Sample sample = sample(random);
    double[] decisions = random.doubles(sample.size()).toArray();
    Constraint all = on(sample);
    Constraint first = REQUIREMENTS.get(0).on(sample);
    Constraint second = REQUIREMENTS.get(1).on(sample);
    assertThat(all.size()).isEqualTo(first.size() + second.size());
    double[] broken = all.violation(decisions);
    assertThat(Arrays.copyOf(broken, first.size())).isEqualTo(first.violation(decisions));
    assertThat(Arrays.copyOfRange(broken, first.size(), all.size()))
        .isEqualTo(second.violation(decisions));
    assertThat(all.labels().subList(first.size(), all.size())).isEqualTo(second.labels());
  }

  @Test
  void oneAloneIsItself() {
    Constraint one = REQUIREMENTS.get(1).on(sample(new SplittableRandom(6)));
    assertThat(Constraint.all(List.of(one))).isSameAs(one);
  }
}
