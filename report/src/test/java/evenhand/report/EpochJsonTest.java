package evenhand.report;

import static org.assertj.core.api.Assertions.assertThat;

import evenhand.train.Epoch;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class EpochJsonTest {

  @Test
  void isOneLine() {
    Epoch epoch =
        new Epoch(3, 0.5, 0.25, 2, 0.125, Map.of("a under b", 1.5), Map.of("parity<=0.1@g", 0.2));

    assertThat(EpochJson.line(epoch))
        .isEqualTo(
            "{\"schema\":\"evenhand.epoch/1\",\"epoch\":3,\"loss\":0.5,\"fairness\":0.25,"
                + "\"loss_gradient\":2.0,\"fairness_gradient\":0.125,"
                + "\"multipliers\":{\"a under b\":1.5},\"validation_gaps\":{\"parity<=0.1@g\":0.2}}\n");
  }
}
