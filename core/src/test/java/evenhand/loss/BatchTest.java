package evenhand.loss;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class BatchTest {

  @Test
  void rowsThatDoNotCountStayWithoutWeight() {
    Batch batch = Batches.random(1, 6, 2);

    Batch some = batch.counting(i -> i % 2 == 0);

    assertThat(some.size()).isEqualTo(6);
    for (int i = 0; i < 6; i++) {
      double share = i % 2 == 0 ? 1 : 0;
      assertThat(some.weights()[i]).isEqualTo(share * batch.weights()[i]);
      assertThat(some.parityWeights()[i]).isEqualTo(share * batch.parityWeights()[i]);
    }
    assertThat(some.labels()).isEqualTo(batch.labels());
  }
}
