package evenhand.report;

import static org.assertj.core.api.Assertions.assertThat;

import evenhand.train.Epoch;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class EpochJsonTest {

  @Test
  void whatAMethodDoesNotAddIsNotThere() {
    Epoch epoch =
        new Epoch(1, 0.5, Optional.empty(), Map.of(), Map.of("steps aligned", 0.75), Map.of());

    assertThat(EpochJson.line(epoch))
        .isEqualTo(
            "{\"schema\":\"evenhand.epoch/1\",\"epoch\":1,\"loss\":0.5,\"multipliers\":{},"
                + "\"steps\":{\"steps aligned\":0.75},\"validation_gaps\":{}}\n");
  }

  @Test
  void isOneLine() {
    Epoch epoch =
        new Epoch(
            3,
            0.5,
            Optional.of(new Epoch.Added(0.25, 2, 0.125)),
            Map.of("a under b", 1.5),
            Map.of(),
            Map.of("parity<=0.1@g", 0.2));

    assertThat(EpochJson.line(epoch))
        .isEqualTo(
            "{\"schema\":\"evenhand.epoch/1\",\"epoch\":3,\"loss\":0.5,\"fairness\":0.25,"
                + "\"loss_gradient\":2.0,\"fairness_gradient\":0.125,"
                + "\"multipliers\":{\"a under b\":1.5},\"steps\":{},\"validation_gaps\":{\"parity<=0.1@g\":0.2}}\n");
  }
}
