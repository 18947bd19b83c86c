package evenhand.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import evenhand.data.DataException;
import org.junit.jupiter.api.Test;

final class AuditOptionsTest {

  @Test
  void defaults() {
    assertThat(AuditOptions.defaults()).isEqualTo(new AuditOptions(0.95, 30, 1000, 1));
    assertThat(
            AuditOptions.defaults()
                .withConfidence(0.9)
                .withMinRows(5)
                .withReplicates(200)
                .withSeed(3))
        .isEqualTo(new AuditOptions(0.9, 5, 200, 3));
  }

  @Test
  void refusesWhatIsOutOfRange() {
    AuditOptions options = AuditOptions.defaults();
    for (double confidence : new double[] {0, 1, -0.5, Double.NaN}) {
      assertThatExceptionOfType(DataException.class)
          .isThrownBy(() -> options.withConfidence(confidence))
          .withMessage("the confidence must be between 0 and 1, was " + confidence);
    }
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> options.withMinRows(0))
        .withMessageContaining("at least 1, was 0");
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> options.withReplicates(99))
        .withMessageContaining("at least 100 bootstrap replicates are needed, was 99");
  }

  @Test
  void saysWhatASmallGroupLacks() {
    assertThat(AuditOptions.defaults().lacking(30)).isEmpty();
    assertThat(AuditOptions.defaults().lacking(29)).hasValue("29 rows, fewer than 30");
    assertThat(AuditOptions.defaults().lacking(1)).hasValue("1 row, fewer than 30");
  }
}
