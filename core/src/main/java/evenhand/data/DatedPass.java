package evenhand.data;

import evenhand.data.ColumnEncoding.Dated;
import evenhand.data.ColumnEncoding.Missing;
import java.util.List;

/**
 * A column of dates on its way through its encoding.
 *
 * @param column as it was read
 * @param seconds since 1970, shape [rows]; NaN is missing
 * @param first index of the column's first feature
 */
record DatedPass(Dated encoding, Column column, double[] seconds, int first) implements ColumnPass {

  static DatedPass of(Dated encoding, Column column, int first) {
    return new DatedPass(encoding, column, encoding.reading().values(column), first);
  }

  @Override
  public void emit(Sink sink) {
    int missing = encoding.missing() == Missing.SEEN ? first + encoding.width() - 1 : -1;
    for (int row = 0; row < seconds.length; row++) {
      double second = seconds[row];
      if (Double.isNaN(second)) {
        if (missing >= 0) {
          sink.put(row, missing, 1);
        }
        continue;
      }
      int at = first;
      double day = second / DatePart.DAY;
      put(sink, row, at++, day, encoding.dayMean(), encoding.dayDeviation());
      if (encoding.hasYear()) {
        int year = DatePart.year(second);
        put(sink, row, at++, year, encoding.yearMean(), encoding.yearDeviation());
      }
      for (DatePart part : encoding.reading().parts()) {
        sink.put(row, at + part.at(second), 1);
        at += part.names().size();
      }
    }
  }

  private static void put(
      Sink sink, int row, int feature, double value, double mean, double deviation) {
    float standard = deviation > 0 ? (float) ((value - mean) / deviation) : 0;
    if (standard != 0) {
      sink.put(row, feature, standard);
    }
  }

  @Override
  public List<Encoded.Unseen> unseen() {
    return ColumnPass.unreadable(column, seconds, encoding.missing());
  }
}
