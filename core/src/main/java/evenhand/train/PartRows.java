package evenhand.train;

import evenhand.data.Sample;

/**
 * Rows as a model decides on them.
 *
 * @param identities what tells the rows apart by the values of their features, shape [n]; see
 *     {@link evenhand.model.ThresholdStage#identities}
 */
@SuppressWarnings("ArrayRecordComponent")
record PartRows(Sample sample, long[] identities) {

  PartRows {
    if (identities.length != sample.size()) {
      throw new IllegalArgumentException(
          "there are %d identities for %d rows".formatted(identities.length, sample.size()));
    }
  }
}
