package evenhand.torch.meta;

import java.util.Optional;
import org.bytedeco.pytorch.Tensor;

/**
 * A number for each training row, of which a step's weights are made by a softmax over its rows;
 * the numbers descend on a goal for the trusted rows through an imagined step.
 *
 * <p>Yan, Seto and Apostoloff, "FORML: Learning to reweight data for fairness", 2022, algorithm 1.
 * Line 10 in closed form: with a row's help aᵢ and its softmax sᵢ, the goal's slope by its number
 * is -rate · sᵢ · (aᵢ - Σ sⱼaⱼ), the rate being the imagined step's.
 *
 * @param goal on trusted rows
 * @param rate of the rows' numbers, &gt; 0; times the number of rows of a step, so that it means
 *     the same for any batch
 * @param imagined which way the imagined step goes; the paper prints downhill, and says reverse
 * @param meaning what a weight is applied to
 * @param innerSteps imagined steps, ≥ 1; the paper takes one
 */
public record Forml(Goal goal, double rate, Direction imagined, Meaning meaning, int innerSteps)
    implements RowWeighing {

  /** Of the imagined step. */
  public enum Direction {
    DOWNHILL,
    REVERSE
  }

  /** What a row's weight is applied to (appendix A.2). */
  public enum Meaning {
    /** Its loss. */
    LOSS,
    /** Its logits, times the number of rows. */
    LOGITS,
    /** Its loss, where the weight is the inverse square of the row's number, which shrinks. */
    INVERSE_SQUARE
  }

  /** As printed, on the largest difference of group losses. */
  public static Forml printed(Goal goal, double rate) {
    return new Forml(goal, rate, Direction.DOWNHILL, Meaning.LOSS, 1);
  }

  @Override
  public RowWeights on(int rows, long seed) {
    return new Numbers(rows);
  }

  private final class Numbers implements RowWeights {

    /** Shrinking of numbers whose inverse squares are weights, as a share of the rate. */
    private static final double SHRINK = 1e-3;

    private final float[] numbers;
    private final RowShares shares;

    Numbers(int rows) {
      this.shares =
          meaning == Meaning.INVERSE_SQUARE ? RowShares.INVERSE_SQUARE : RowShares.SOFTMAX;
      this.numbers = new float[rows];
      java.util.Arrays.fill(numbers, shares.beginning());
    }

    @Override
    public double[] weights(LookAhead step) {
      double sign = imagined == Direction.DOWNHILL ? 1 : -1;
      double[] before = shares.of(numbers, step.chosen());
      double[] byShare =
          meaning == Meaning.LOGITS || innerSteps > 1
              ? step.unrolled(before, goal, meaning, sign, innerSteps)
              : scaled(step.help(before, goal, sign), -sign * step.reach());
      double[] byNumber = shares.pulledBack(numbers, step.chosen(), before, byShare);
      for (int i = 0; i < byNumber.length; i++) {
        int row = step.chosen()[i];
        double moved = numbers[row] - rate * byNumber.length * byNumber[i];
        if (meaning == Meaning.INVERSE_SQUARE) {
          moved -= rate * SHRINK * Math.signum(moved);
        }
        numbers[row] = (float) moved;
      }
      return shares.of(numbers, step.chosen());
    }

    private static double[] scaled(double[] values, double factor) {
      return java.util.Arrays.stream(values).map(value -> value * factor).toArray();
    }

    @Override
    public Tensor gradient(LookAhead step, double[] weights) {
      return meaning == Meaning.LOGITS ? step.gradientOfScaledLogits(weights) : step.sum(weights);
    }

    @Override
    public Optional<float[]> learned() {
      return Optional.of(numbers.clone());
    }
  }
}
