package evenhand.torch;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Half of the pictures are mirrored left to right, and each is moved by up to {@code reach} pixels
 * down or up and left or right; what moves in is 0.
 *
 * <p>As for the pictures of CIFAR in He et al., "Deep residual learning for image recognition",
 * CVPR 2016, section 4.2.
 *
 * @param image shape of a row's picture
 * @param reach in pixels, ≥ 0
 */
public record FlipAndShift(Image image, int reach) implements Augmentation {

  public FlipAndShift {
    if (reach < 0) {
      throw new IllegalArgumentException("pictures can't be moved by up to %d".formatted(reach));
    }
  }

  @Override
  public void change(float[] values, int rows, SplittableRandom random) {
    float[] before = new float[image.size()];
    for (int row = 0; row < rows; row++) {
      int from = row * image.size();
      System.arraycopy(values, from, before, 0, before.length);
      boolean mirrored = random.nextBoolean();
      int down = random.nextInt(-reach, reach + 1);
      int right = random.nextInt(-reach, reach + 1);
      Arrays.fill(values, from, from + before.length, 0);
      for (int line = 0; line < image.channels() * image.height(); line++) {
        int y = line % image.height() + down;
        if (y >= 0 && y < image.height()) {
          int at = from + (line + down) * image.width();
          copy(before, line * image.width(), values, at, mirrored, right);
        }
      }
    }
  }

  private void copy(
      float[] before, int source, float[] after, int target, boolean mirrored, int right) {
    for (int x = 0; x < image.width(); x++) {
      int to = x + right;
      if (to >= 0 && to < image.width()) {
        after[target + to] = before[source + (mirrored ? image.width() - 1 - x : x)];
      }
    }
  }
}
