package evenhand.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import evenhand.data.Column;
import evenhand.data.CsrMatrix;
import evenhand.data.DenseMatrix;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class KeyedDrawTest {

  private static final int ROWS = 20_000;

  private static DenseMatrix people(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[ROWS * 3];
    for (int i = 0; i < values.length; i++) {
      values[i] = i % 3 == 2 ? random.nextInt(2) : (float) random.nextGaussian();
    }
    return new DenseMatrix(ROWS, 3, values);
  }

  private static CsrMatrix sparse(DenseMatrix dense) {
    int[] offsets = new int[dense.rows() + 1];
    int[] indices = new int[dense.values().length];
    float[] values = new float[indices.length];
    int at = 0;
    for (int i = 0; i < dense.rows(); i++) {
      for (int j = 0; j < dense.columns(); j++) {
        float value = dense.values()[i * dense.columns() + j];
        if (value != 0) {
          indices[at] = j;
          values[at++] = value;
        }
      }
      offsets[i + 1] = at;
    }
    return new CsrMatrix(
        dense.rows(),
        dense.columns(),
        offsets,
        Arrays.copyOf(indices, at),
        Arrays.copyOf(values, at));
  }

  @Test
  void isUniform() {
    double[] draws = new KeyedDraw(7).of(people(1));
    int[] tenths = new int[10];
    for (double draw : draws) {
      tenths[(int) (10 * draw)]++;
    }
    // five standard deviations of a binomial count of 20,000 at 0.1
    for (int count : tenths) {
      assertThat(count).isBetween(2000 - 212, 2000 + 212);
    }
  }

  @Test
  void keepsExpectedRates() {
    DenseMatrix people = people(2);
    double[] acceptance = new double[ROWS];
    Arrays.fill(acceptance, 0.3);
    int[] decisions = new KeyedDraw(8).decide(people, acceptance);
    assertThat(Arrays.stream(decisions).average().orElseThrow()).isCloseTo(0.3, within(0.017));
  }

  @Test
  void isTheSameForDenseAndSparseRowsAndWhicheverRowsAreAsked() {
    DenseMatrix people = people(3);
    double[] draws = new KeyedDraw(9).of(people);
    assertThat(new KeyedDraw(9).of(sparse(people))).isEqualTo(draws);
    assertThat(new KeyedDraw(9).of(people.select(new int[] {17, 4})))
        .containsExactly(draws[17], draws[4]);
  }

  @Test
  void changesWithTheKey() {
    DenseMatrix people = people(4);
    double[] one = new KeyedDraw(1).of(people);
    double[] two = new KeyedDraw(2).of(people);
    double product = 0;
    for (int i = 0; i < ROWS; i++) {
      product += (one[i] - 0.5) * (two[i] - 0.5);
    }
    // the correlation of independent draws has standard deviation 1/√n
    assertThat(12 * product / ROWS).isCloseTo(0, within(5 / Math.sqrt(ROWS)));
  }

  @Test
  void decidesCertainOnesWithCertainty() {
    DenseMatrix people = people(5);
    double[] nobody = new double[ROWS];
    double[] everybody = new double[ROWS];
    Arrays.fill(everybody, 1);
    assertThat(new KeyedDraw(3).decide(people, nobody)).containsOnly(0);
    assertThat(new KeyedDraw(3).decide(people, everybody)).containsOnly(1);
  }

  @Test
  void rowsOfTablesAreToldApartByTheirValuesAlone() {
    SplittableRandom random = new SplittableRandom(3);
    double[] numbers = random.doubles(ROWS).toArray();
    int[] codes = random.ints(ROWS, 0, 3).toArray();
    numbers[0] = 0.0;
    numbers[1] = -0.0;
    codes[0] = 1;
    codes[1] = 1;
    double[] missing = new double[ROWS];
    Arrays.fill(missing, Double.NaN);
    Column age = new Column.Numeric("age", numbers);
    Column job = new Column.Categorical("job", List.of("a", "b", "c"), codes);
    Column moreLevels = new Column.Categorical("job", List.of("a", "b", "c", "d"), codes);
    Column nothing = new Column.Numeric("nothing", missing);
    long[] known = KeyedDraw.identities(List.of(age, job), ROWS);
    assertThat(KeyedDraw.identities(List.of(nothing, moreLevels, age), ROWS)).isEqualTo(known);
    assertThat(known[0]).isEqualTo(known[1]);
    assertThat(Arrays.stream(known).distinct().count()).isEqualTo(ROWS - 1);
    double[] draws = new KeyedDraw(7).of(known);
    assertThat(Arrays.stream(draws).average().orElseThrow()).isCloseTo(0.5, within(0.01));
    assertThat(Arrays.stream(draws).filter(draw -> draw < 0.1).count() / (double) ROWS)
        .isCloseTo(0.1, within(0.01));
    assertThat(new KeyedDraw(8).of(known)).isNotEqualTo(draws);
    assertThat(Arrays.stream(draws).boxed()).allMatch(draw -> 0 <= draw && draw < 1);
  }

  @Test
  void swappedValuesOfTwoColumnsMakeAnotherRow() {
    Column x = new Column.Numeric("x", new double[] {1, 2});
    Column y = new Column.Numeric("y", new double[] {2, 1});
    long[] identities = KeyedDraw.identities(List.of(x, y), 2);
    assertThat(identities[0]).isNotEqualTo(identities[1]);
  }
}
