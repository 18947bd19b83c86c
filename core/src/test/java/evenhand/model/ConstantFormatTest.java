package evenhand.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenhand.data.DataException;
import evenhand.learner.ConstantScorer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class ConstantFormatTest {

  private final ConstantFormat format = new ConstantFormat();

  @Test
  void keepsTheProbability() {
    for (double probability : new double[] {0, 1, 1.0 / 3, 1e-300}) {
      ConstantScorer scorer = new ConstantScorer(probability);
      assertThat(format.read(format.write(scorer).orElseThrow(), 3)).isEqualTo(scorer);
    }
  }

  @Test
  void refusesWhatIsNoProbability() {
    for (String bad : new String[] {"", "x", "2", "-0.1", "NaN", "0." + "3".repeat(100)}) {
      assertThatThrownBy(() -> format.read(bad.getBytes(StandardCharsets.UTF_8), 1))
          .as(bad)
          .isInstanceOf(DataException.class);
    }
  }
}
