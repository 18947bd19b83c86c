package evenhand.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What both layouts keep: they are the same table of numbers. */
abstract class MatrixContract {

  /** The matrix under test with these values, row-major. */
  abstract Matrix of(int rows, int columns, float[] values);

  /** About two of three values are 0; some rows and columns have none other. */
  static float[] draw(int rows, int columns, SplittableRandom random) {
    float[] values = new float[rows * columns];
    for (int at = 0; at < values.length; at++) {
      values[at] = random.nextInt(3) > 0 ? 0 : (float) (random.nextDouble() - 0.5);
    }
    return values;
  }

  @Test
  final void timesIsTheProductOfEveryRow() {
    SplittableRandom random = new SplittableRandom(1);
    for (int sample = 0; sample < 50; sample++) {
      int rows = random.nextInt(12);
      int columns = random.nextInt(9);
      float[] values = draw(rows, columns, random);
      double[] vector = random.doubles(columns, -1, 1).toArray();
      double[] expected =
          IntStream.range(0, rows)
              .mapToDouble(
                  i ->
                      IntStream.range(0, columns)
                          .mapToDouble(j -> values[i * columns + j] * vector[j])
                          .sum())
              .toArray();
      double[] out = new double[rows];
      Arrays.fill(out, 99);
      of(rows, columns, values).times(vector, out);
      assertThat(out).containsExactly(expected, within(1e-12));
    }
  }

  @Test
  final void selectRepeatsAndReorders() {
    SplittableRandom random = new SplittableRandom(2);
    for (int sample = 0; sample < 50; sample++) {
      int rows = 1 + random.nextInt(12);
      int columns = 1 + random.nextInt(9);
      float[] values = draw(rows, columns, random);
      int[] chosen =
          IntStream.range(0, random.nextInt(20)).map(i -> random.nextInt(rows)).toArray();
      Matrix selected = of(rows, columns, values).select(chosen);
      assertThat(selected.rows()).isEqualTo(chosen.length);
      assertThat(selected.columns()).isEqualTo(columns);
      float[] row = new float[columns];
      for (int i = 0; i < chosen.length; i++) {
        Arrays.fill(row, 99);
        selected.copyRow(i, row);
        assertThat(row)
            .containsExactly(
                Arrays.copyOfRange(values, chosen[i] * columns, (chosen[i] + 1) * columns));
      }
    }
  }

  @Test
  final void equalValuesAreEqual() {
    float[] values = draw(5, 4, new SplittableRandom(3));
    float[] changed = values.clone();
    changed[7] += 1;
    assertThat(of(5, 4, values)).isEqualTo(of(5, 4, values.clone()));
    assertThat(of(5, 4, values)).hasSameHashCodeAs(of(5, 4, values.clone()));
    assertThat(of(5, 4, values)).isNotEqualTo(of(5, 4, changed));
    assertThat(of(5, 4, values).toString()).contains("5 × 4");
  }
}
