package evenhand.calibrate;

import evenhand.data.Groups;
import java.util.List;

/**
 * The combinations of values of several attributes that occur.
 *
 * @param attributes partitions of the same rows, at least one
 * @param codes the cell of each row, shape [n]
 * @param firstRow a row of each cell, shape [cells]
 */
@SuppressWarnings("ArrayRecordComponent")
record Cells(List<Groups> attributes, int[] codes, int[] firstRow) {

  static Cells of(List<Groups> attributes) {
    Groups cross = Groups.cross(attributes);
    int[] firstRow = new int[cross.names().size()];
    java.util.Arrays.fill(firstRow, cross.size());
    for (int i = 0; i < cross.size(); i++) {
      int cell = cross.codes()[i];
      firstRow[cell] = Math.min(firstRow[cell], i);
    }
    return new Cells(attributes, cross.codes(), firstRow);
  }

  int count() {
    return firstRow.length;
  }

  /** The code of a cell's value in an attribute. */
  int code(int cell, int attribute) {
    return attributes.get(attribute).codes()[firstRow[cell]];
  }

  List<String> values(int cell) {
    return attributes.stream()
        .map(groups -> groups.names().get(groups.codes()[firstRow[cell]]))
        .toList();
  }

  /** The rows of every cell, in increasing order. */
  int[][] rows() {
    int[] size = new int[count()];
    for (int code : codes) {
      size[code]++;
    }
    int[][] rows = new int[size.length][];
    for (int c = 0; c < size.length; c++) {
      rows[c] = new int[size[c]];
      size[c] = 0;
    }
    for (int i = 0; i < codes.length; i++) {
      rows[codes[i]][size[codes[i]]++] = i;
    }
    return rows;
  }
}
