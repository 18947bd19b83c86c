package evenhand.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenhand.data.DataException;
import evenhand.learner.ConstantScorer;
import evenhand.learner.LogisticScorer;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class LogisticFormatTest {

  private final LogisticFormat format = new LogisticFormat();

  @Test
  void keepsEveryBitOfRandomCoefficients() {
    SplittableRandom random = new SplittableRandom(5);
    for (int trial = 0; trial < 200; trial++) {
      double[] coefficients = random.doubles(trial, -1e3, 1e3).map(v -> v * v * v).toArray();
      LogisticScorer scorer = new LogisticScorer(coefficients, random.nextDouble() * 1e-300);
      byte[] bytes = format.write(scorer).orElseThrow();
      assertThat(format.read(bytes, trial)).isEqualTo(scorer);
      assertThat(format.write(format.read(bytes, trial))).contains(bytes);
    }
  }

  @Test
  void leavesOtherScorersToOthers() {
    assertThat(format.write(new ConstantScorer(0.5))).isEmpty();
  }

  @Test
  void refusesWhatItWouldNotHaveWritten() {
    for (String bad :
        new String[] {
          "",
          "{",
          "[]",
          "{\"intercept\":0}",
          "{\"coefficients\":[1]}",
          "{\"intercept\":0,\"coefficients\":[1,2]}",
          "{\"intercept\":0,\"coefficients\":[\"1\"]}",
          "{\"intercept\":1e999,\"coefficients\":[1]}",
          "{\"intercept\":0,\"coefficients\":[null]}"
        }) {
      assertThatThrownBy(() -> format.read(bad.getBytes(StandardCharsets.UTF_8), 1))
          .as(bad)
          .isInstanceOf(DataException.class);
    }
  }
}
