package evenhand.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import evenhand.data.ColumnEncoding.Standardised;
import evenhand.data.CsrMatrix;
import evenhand.data.Encoded;
import evenhand.data.Encoding;
import evenhand.data.Table;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AdultEncodingTest {

  /**
   * 108 features, as the one-hot encoding of all columns but the label has in pandas. numpy 2.4.6:
   * mean and std of age in adult.data.
   */
  @Test
  void hasTheFeaturesAndMomentsOfOtherTools() {
    Table training = RealData.table("adult");
    List<String> features = new ArrayList<>(training.names());
    features.remove("income");
    Encoding encoding = Encoding.fit(training, features);
    Encoded encoded = encoding.encode(training);
    Encoded test = encoding.encode(RealData.table("adult:test"));

    assertThat(encoded.matrix()).isInstanceOf(CsrMatrix.class);
    assertThat(encoded.matrix().columns()).isEqualTo(108);
    assertThat(encoded.unseen()).isEmpty();
    assertThat(test.unseen()).isEmpty();
    assertThat(encoding.names()).contains("workclass=Private", "workclass is missing", "age");
    assertThat(encoding.columns().get(0))
        .isInstanceOfSatisfying(
            Standardised.class,
            age -> {
              assertThat(age.mean()).isEqualTo(38.58164675532078, within(1e-10));
              assertThat(age.deviation()).isEqualTo(13.640223092304275, within(1e-10));
            });
  }
}
