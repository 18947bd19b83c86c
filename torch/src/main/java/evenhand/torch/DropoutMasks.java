package evenhand.torch;

import java.util.SplittableRandom;
import org.bytedeco.pytorch.Tensor;

/** Masks of dropout by a seed, the same on every device. Has state. */
public final class DropoutMasks {

  private static final int BITS = 16;
  private static final int LEVELS = 1 << BITS;

  private final SplittableRandom random;

  public DropoutMasks(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /**
   * Zeros with a chance, else what makes up for them. Four decisions are made of one random number:
   * a generator's call for each cost half of a training with dropout.
   *
   * @param like whose shape and place it takes
   * @param share chance of a zero, in [0, 1); rounded to a 65,536th
   */
  Tensor next(Tensor like, double share) {
    int zeros = Math.min(LEVELS - 1, (int) Math.round(share * LEVELS));
    // Looked up, since a processor guesses such branches wrong.
    float[] levels = {(float) LEVELS / (LEVELS - zeros), 0};
    float[] mask = new float[Math.toIntExact(like.numel())];
    long bits = 0;
    for (int i = 0; i < mask.length; i++) {
      bits = i % (Long.SIZE / BITS) == 0 ? random.nextLong() : bits >>> BITS;
      mask[i] = levels[(int) (((bits & (LEVELS - 1)) - zeros) >>> (Long.SIZE - 1))];
    }
    return Torch.floats(mask, mask.length).view_as(like);
  }
}
