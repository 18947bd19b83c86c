package evenhand.frontier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenhand.data.DataException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ToleranceTest {

  private static final Axes AXES = Axes.of(Merit.ACCURACY, "demographic_parity", List.of("sex"));

  @Test
  void readsBackWhatItWrites() {
    for (String text :
        List.of(
            "demographic_parity<=0.05",
            "demographic_parity<=0.05@sex",
            "accuracy:given_up<=0.01")) {
      assertThat(Tolerance.parse(text, AXES)).hasToString(text);
    }
    Axes ratio = Axes.of(Merit.F1, "demographic_parity:ratio", List.of("sex", "race"));
    assertThat(Tolerance.parse("demographic_parity:ratio>=0.8", ratio))
        .isInstanceOf(Tolerance.LargestGap.class);
    assertThat(Tolerance.parse(" f1:given_up <= 0 ", ratio))
        .isEqualTo(new Tolerance.LargestLoss(Merit.F1, 0));
  }

  private static void assertRefused(String text, String why) {
    assertThatThrownBy(() -> Tolerance.parse(text, AXES))
        .isInstanceOf(DataException.class)
        .hasMessageContaining(why);
  }

  @Test
  void mustSpeakOfTheAxes() {
    assertRefused("equalized_odds<=0.05", "must be of demographic_parity, or of what may be given");
    assertRefused("demographic_parity:ratio>=0.8", "must be of demographic_parity");
    assertRefused("demographic_parity<=0.05@race", "must be of demographic_parity");
    assertRefused("f1:given_up<=0.05", "is of f1, but the frontier trades accuracy");
    assertRefused("accuracy:given_up<=-1", "at least 0");
    assertRefused("accuracy:given_up<=1e-", "is not a number");
    assertRefused("little", "can't read the requirement little");
  }
}
