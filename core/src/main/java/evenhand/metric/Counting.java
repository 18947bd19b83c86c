package evenhand.metric;

import evenhand.data.Groups;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Counts rows into the cells of every attribute's groups in one pass over memory. The rows are cut
 * into chunks by their number alone, and the chunks' sums are added in order, so that any number of
 * threads gives the same result.
 */
final class Counting {

  /** Rows whose cells are worked out at once; they stay in the processor's first cache. */
  private static final int BLOCK = 1 << 12;

  private static final int CHUNK = 1 << 18;

  private Counting() {}

  static List<Tally> count(CountedRows rows, List<Groups> groups) {
    for (Groups partition : groups) {
      if (partition.size() != rows.size()) {
        throw new IllegalArgumentException(
            "%s has %d rows, the labels %d"
                .formatted(partition.attribute(), partition.size(), rows.size()));
      }
    }
    int chunks = Math.max(1, (rows.size() + CHUNK - 1) / CHUNK);
    IntStream numbers = IntStream.range(0, chunks);
    List<List<Tally>> parts =
        (chunks > 1 ? numbers.parallel() : numbers)
            .mapToObj(chunk -> countChunk(rows, groups, chunk))
            .toList();
    List<Tally> total = parts.get(0);
    for (List<Tally> part : parts.subList(1, chunks)) {
      List<Tally> sum = new ArrayList<>();
      for (int a = 0; a < part.size(); a++) {
        sum.add(total.get(a).plus(part.get(a)));
      }
      total = sum;
    }
    return total;
  }

  private static List<Tally> countChunk(CountedRows rows, List<Groups> groups, int chunk) {
    int from = chunk * CHUNK;
    int to = Math.min(rows.size(), from + CHUNK);
    List<CellSums> sums = new ArrayList<>();
    for (Groups partition : groups) {
      sums.add(new CellSums(partition.codes(), partition.names().size()));
    }
    byte[] cells = new byte[Math.min(BLOCK, to - from)];
    for (int start = from; start < to; start += BLOCK) {
      int end = Math.min(to, start + BLOCK);
      if (rows.cells(start, end, cells)) {
        for (CellSums attribute : sums) {
          attribute.addWhole(cells, start, end);
        }
      } else {
        for (CellSums attribute : sums) {
          attribute.addShares(rows, start, end);
        }
      }
    }
    return sums.stream().map(attribute -> attribute.tally(rows.weights() == null)).toList();
  }
}
