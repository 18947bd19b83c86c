package evenhand.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import evenhand.data.DataException;
import evenhand.torch.Image;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class PicturesTest {

  private static Pictures drawn(int size) {
    SplittableRandom random = new SplittableRandom(5);
    float[] values = new float[size * 8];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextDouble() * (i / 4 % 2 == 0 ? 1 : 0.5f);
    }
    int[] labels = IntStream.range(0, size).map(i -> i % 3).toArray();
    return new Pictures(new Image(2, 2, 2), values, labels, 3);
  }

  @Test
  void partsAreDisjointAndHaveAsManyOfEveryClass() {
    Pictures pictures = drawn(60);

    int[][] parts = pictures.parts(new SplittableRandom(1), 5, 12);

    assertThat(parts[0]).hasSize(15);
    assertThat(parts[1]).hasSize(36);
    assertThat(IntStream.concat(Arrays.stream(parts[0]), Arrays.stream(parts[1])).distinct())
        .hasSize(51);
    for (int c = 0; c < 3; c++) {
      int label = c;
      assertThat(Arrays.stream(parts[0]).filter(i -> pictures.labels()[i] == label)).hasSize(5);
    }
    assertThat(pictures.parts(new SplittableRandom(1), 5, 12)).isDeepEqualTo(parts);
    assertThat(pictures.parts(new SplittableRandom(2), 5, 12)[0]).isNotEqualTo(parts[0]);
  }

  @Test
  void tooFewOfAClassAreRefused() {
    assertThatThrownBy(() -> drawn(60).parts(new SplittableRandom(1), 10, 11))
        .isInstanceOf(DataException.class)
        .hasMessage("need 21 pictures of every class, there are fewer of some");
  }

  @Test
  void everyChannelIsScaledToMeanZeroAndDeviationOne() {
    Pictures pictures = drawn(50);
    ChannelScale scale = ChannelScale.of(pictures);

    Pictures scaled = scale.on(pictures);

    ChannelScale again = ChannelScale.of(scaled);
    for (int c = 0; c < 2; c++) {
      assertThat(again.means()[c]).isCloseTo(0, within(1e-6));
      assertThat(again.deviations()[c]).isCloseTo(1, within(1e-6));
    }
    assertThat(scale.deviations()[0]).isGreaterThan(1.5 * scale.deviations()[1]);
    assertThat(scaled.labels()).isEqualTo(pictures.labels());
  }

  @Test
  void aChannelOfOneColourIsOnlyShifted() {
    Pictures one = new Pictures(new Image(1, 1, 2), new float[] {0.5f, 0.5f}, new int[] {0}, 2);

    assertThat(ChannelScale.of(one).on(one).values()).containsExactly(0, 0);
  }
}
