package evenhand.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class FlipAndShiftTest {

  private static float[] changed(FlipAndShift how, float[] picture, long seed) {
    float[] values = picture.clone();
    how.change(values, 1, new SplittableRandom(seed));
    return values;
  }

  @Test
  void withoutReachItIsThePictureOrItsMirrorImage() {
    FlipAndShift how = new FlipAndShift(new Image(2, 1, 3), 0);
    Set<List<Float>> seen = new HashSet<>();
    for (int seed = 0; seed < 50; seed++) {
      float[] out = changed(how, new float[] {1, 2, 3, 4, 5, 6}, seed);
      seen.add(List.of(out[0], out[1], out[2], out[3], out[4], out[5]));
    }

    assertThat(seen)
        .containsExactlyInAnyOrder(
            List.of(1f, 2f, 3f, 4f, 5f, 6f), List.of(3f, 2f, 1f, 6f, 5f, 4f));
  }

  @Test
  void aDotMovesEverywhereWithinReachAndInAllChannelsAlike() {
    Image image = new Image(2, 7, 7);
    FlipAndShift how = new FlipAndShift(image, 2);
    float[] dot = new float[image.size()];
    dot[3 * 7 + 3] = 1;
    dot[49 + 3 * 7 + 3] = 2;
    Set<Integer> places = new HashSet<>();
    for (int seed = 0; seed < 500; seed++) {
      float[] out = changed(how, dot, seed);
      for (int at = 0; at < 49; at++) {
        assertThat(out[49 + at]).isEqualTo(2 * out[at]);
        if (out[at] == 1) {
          places.add(at);
        }
      }
    }

    assertThat(places).hasSize(25).allMatch(at -> at / 7 >= 1 && at / 7 <= 5);
    assertThat(places).allMatch(at -> at % 7 >= 1 && at % 7 <= 5);
  }

  @Test
  void whatMovesInIsZeroAndWhatMovesOutIsGone() {
    FlipAndShift how = new FlipAndShift(new Image(1, 4, 4), 3);
    float[] ones = new float[16];
    java.util.Arrays.fill(ones, 1);
    Set<Integer> counts = new HashSet<>();
    for (int seed = 0; seed < 300; seed++) {
      int left = 0;
      for (float value : changed(how, ones, seed)) {
        assertThat(value).isIn(0f, 1f);
        left += (int) value;
      }
      counts.add(left);
    }

    assertThat(counts).containsExactlyInAnyOrder(1, 2, 3, 4, 6, 8, 9, 12, 16);
  }

  @Test
  void everyRowIsChangedByItself() {
    Image image = new Image(1, 5, 8);
    float[] rows = new float[40 * 30];
    for (int i = 0; i < 30; i++) {
      rows[40 * i + 20] = i + 1;
    }
    new FlipAndShift(image, 2).change(rows, 30, new SplittableRandom(1));
    for (int i = 0; i < 30; i++) {
      float sum = 0;
      for (int at = 0; at < 40; at++) {
        sum += rows[40 * i + at];
      }
      assertThat(sum).isEqualTo(i + 1);
    }
  }

  @Test
  void aNegativeReachIsRefused() {
    assertThatThrownBy(() -> new FlipAndShift(new Image(1, 1, 1), -1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
