package evenhand.learners;

import evenhand.data.CsrMatrix;
import evenhand.data.DenseMatrix;
import evenhand.data.Matrix;
import java.util.Arrays;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/**
 * Rows of a matrix as Tribuo's examples: values that are not zero, under names that sort as the
 * columns do, and a constant, because Tribuo refuses a row without any value.
 */
final class TribuoRows {

  static final Label ZERO = new Label("0");
  static final Label ONE = new Label("1");

  private static final String CONSTANT = "~";

  private final Matrix features;
  private final String[] names;

  TribuoRows(Matrix features) {
    this.features = features;
    this.names = new String[features.columns()];
    Arrays.setAll(names, "%010d"::formatted);
  }

  /** The column of a feature's name; past the last column for the constant. */
  static int column(String name, int columns) {
    return name.equals(CONSTANT) ? columns : Integer.parseInt(name);
  }

  /** Rows of weight 0 are left out: they count as none. */
  MutableDataset<Label> dataset(Target target) {
    LabelFactory factory = new LabelFactory();
    MutableDataset<Label> dataset =
        new MutableDataset<>(new SimpleDataSourceProvenance("rows", factory), factory);
    for (int row = 0; row < features.rows(); row++) {
      float weight = target.weights()[row];
      if (weight > 0) {
        ArrayExample<Label> example = example(row, target.labels()[row] == 1 ? ONE : ZERO);
        example.setWeight(weight);
        dataset.add(example);
      }
    }
    return dataset;
  }

  ArrayExample<Label> example(int row, Label label) {
    String[] rowNames = new String[names.length + 1];
    double[] values = new double[names.length + 1];
    int count = 0;
    if (features instanceof DenseMatrix dense) {
      for (int j = 0; j < names.length; j++) {
        rowNames[count] = names[j];
        values[count] = dense.values()[row * names.length + j];
        count += values[count] == 0 ? 0 : 1;
      }
    } else {
      CsrMatrix sparse = (CsrMatrix) features;
      for (int at = sparse.offsets()[row]; at < sparse.offsets()[row + 1]; at++) {
        rowNames[count] = names[sparse.indices()[at]];
        values[count] = sparse.values()[at];
        count += values[count] == 0 ? 0 : 1;
      }
    }
    rowNames[count] = CONSTANT;
    values[count++] = 1;
    return new ArrayExample<>(label, Arrays.copyOf(rowNames, count), Arrays.copyOf(values, count));
  }
}
