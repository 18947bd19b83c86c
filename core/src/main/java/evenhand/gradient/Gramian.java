package evenhand.gradient;

import java.util.Arrays;

/** The inner products of K vectors, one a player; all that an aggregator gets to see. Immutable. */
public final class Gramian {

  /** Of given products, how far from symmetric they may be, as a share of the two norms. */
  private static final double ASYMMETRY = 1e-5;

  private final int size;
  private final double[] products;

  private Gramian(int size, double[] products) {
    this.size = size;
    this.products = products;
  }

  /**
   * @param vectors shape [K][dimension], K ≥ 1, finite
   */
  public static Gramian of(double[][] vectors) {
    double[] products = new double[vectors.length * vectors.length];
    for (int i = 0; i < vectors.length; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = 0;
        for (int l = 0; l < vectors[i].length; l++) {
          sum += vectors[i][l] * vectors[j][l];
        }
        products[i * vectors.length + j] = sum;
        products[j * vectors.length + i] = sum;
      }
    }
    return checked(vectors.length, products);
  }

  /**
   * @param vectors shape [K][dimension], K ≥ 1, finite; products are added up in double
   */
  public static Gramian of(float[][] vectors) {
    double[] products = new double[vectors.length * vectors.length];
    for (int i = 0; i < vectors.length; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = 0;
        for (int l = 0; l < vectors[i].length; l++) {
          sum += (double) vectors[i][l] * vectors[j][l];
        }
        products[i * vectors.length + j] = sum;
        products[j * vectors.length + i] = sum;
      }
    }
    return checked(vectors.length, products);
  }

  /**
   * @param products shape [K][K], K ≥ 1, finite, symmetric up to rounding; copied, and averaged
   *     with its transpose
   */
  public static Gramian ofProducts(double[][] products) {
    int size = products.length;
    double[] flat = new double[size * size];
    for (int i = 0; i < size; i++) {
      if (products[i].length != size) {
        throw new IllegalArgumentException(
            "a Gramian is square, row " + i + " of " + size + " has " + products[i].length);
      }
      for (int j = 0; j < size; j++) {
        flat[i * size + j] = (products[i][j] + products[j][i]) / 2;
        double scale = Math.sqrt(Math.abs(products[i][i])) * Math.sqrt(Math.abs(products[j][j]));
        if (Math.abs(products[i][j] - products[j][i]) > ASYMMETRY * scale) {
          throw new IllegalArgumentException(
              "a Gramian is symmetric, [%d][%d] is %s and [%d][%d] is %s"
                  .formatted(i, j, products[i][j], j, i, products[j][i]));
        }
      }
    }
    return checked(size, flat);
  }

  private static Gramian checked(int size, double[] products) {
    if (size == 0) {
      throw new IllegalArgumentException("a Gramian needs at least one vector");
    }
    for (int i = 0; i < products.length; i++) {
      if (!Double.isFinite(products[i])) {
        throw new IllegalArgumentException(
            "the product of vectors %d and %d is %s"
                .formatted(i / size, i % size, Double.toString(products[i])));
      }
    }
    for (int i = 0; i < size; i++) {
      if (products[i * size + i] < 0) {
        throw new IllegalArgumentException(
            "vector %d has the squared norm %s".formatted(i, products[i * size + i]));
      }
    }
    return new Gramian(size, products);
  }

  /** K, the number of players. */
  public int size() {
    return size;
  }

  /** ⟨gᵢ, gⱼ⟩. */
  public double product(int i, int j) {
    return products[i * size + j];
  }

  /** ‖gᵢ‖. */
  public double norm(int i) {
    return Math.sqrt(product(i, i));
  }

  /** The cosine of the angle between two vectors, in [-1, 1]; 0 where one of them is zero. */
  public double cosine(int i, int j) {
    double scale = norm(i) * norm(j);
    return scale == 0 ? 0 : Math.max(-1, Math.min(1, product(i, j) / scale));
  }

  /** The Gramian of fᵢ·gᵢ. */
  public Gramian scaled(double[] factors) {
    double[] scaled = new double[products.length];
    for (int i = 0; i < products.length; i++) {
      scaled[i] = products[i] * factors[i / size] * factors[i % size];
    }
    return checked(size, scaled);
  }

  /** The cosines of all pairs; vectors of zero stay zero. */
  public Gramian normalized() {
    double[] cosines = new double[products.length];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        cosines[i * size + j] = i == j ? (norm(i) == 0 ? 0 : 1) : cosine(i, j);
      }
    }
    return new Gramian(size, cosines);
  }

  /** ⟨gᵢ, v⟩ of the step v = Σ wⱼ·gⱼ, shape [K]. */
  public double[] times(double[] weights) {
    double[] result = new double[size];
    for (int i = 0; i < size; i++) {
      double sum = 0;
      for (int j = 0; j < size; j++) {
        sum += products[i * size + j] * weights[j];
      }
      result[i] = sum;
    }
    return result;
  }

  /** ‖Σ wⱼ·gⱼ‖². */
  public double squaredNorm(double[] weights) {
    double[] times = times(weights);
    double sum = 0;
    for (int i = 0; i < size; i++) {
      sum += weights[i] * times[i];
    }
    return Math.max(0, sum);
  }

  /** The largest ‖gᵢ‖², the scale on which rounding is judged. */
  double largest() {
    double largest = 0;
    for (int i = 0; i < size; i++) {
      largest = Math.max(largest, product(i, i));
    }
    return largest;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Gramian that && Arrays.equals(products, that.products);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(products);
  }

  @Override
  public String toString() {
    return "Gramian of " + size + " vectors " + Arrays.toString(products);
  }
}
