package evenhand.papers;

import static org.assertj.core.api.Assertions.assertThat;

import evenhand.torch.meta.NashBargain;
import org.junit.jupiter.api.Test;

final class NashMethodTest {

  @Test
  void bargainingOnlyPrecedesTheSameGoal() {
    NashBargain with = (NashBargain) NashMethod.NASH_FORML.weighing(7);
    NashBargain alone = (NashBargain) NashMethod.FORML.weighing(7);

    assertThat(with.epochs()).isEqualTo(7);
    assertThat(alone.epochs()).isZero();
    assertThat(with.goal()).isEqualTo(alone.goal());
    assertThat(NashMethod.NASH_FORML.alone()).isEqualTo(NashMethod.FORML);
    assertThat(NashMethod.DRO.alone()).isEqualTo(NashMethod.DRO);
    assertThat(NashMethod.NASH_META_GDRO.id()).isEqualTo("nash-meta-gdro");
  }
}
