package evenhand.papers;

import evenhand.tables.DataFolders;
import java.nio.file.Path;
import java.util.OptionalInt;

/**
 * @param count of seeds, ≥ 1; the experiment's own at this scale where empty
 * @param first seed, ≥ 0
 * @param parallel runs at once at most, ≥ 1; as many as cores and memory bear where empty
 * @param data where data sets lie
 * @param out a folder that exists; finished cells are kept in it
 */
public record RunOptions(
    Scale scale, OptionalInt count, int first, OptionalInt parallel, DataFolders data, Path out) {

  /** From seed 0 on, as many at once as cores and memory bear. */
  public RunOptions(Scale scale, OptionalInt count, DataFolders data, Path out) {
    this(scale, count, 0, OptionalInt.empty(), data, out);
  }

  /**
   * @param usual how many, where none are asked for
   */
  Seeds seeds(int usual) {
    return new Seeds(first, count.orElse(usual));
  }
}
