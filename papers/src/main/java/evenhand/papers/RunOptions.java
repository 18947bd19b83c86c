package evenhand.papers;

import evenhand.tables.DataFolders;
import java.nio.file.Path;
import java.util.OptionalInt;

/**
 * @param seeds how many, from 0 on; the experiment's own number at this scale where empty
 * @param data where data sets lie
 * @param out a folder that exists; finished cells are kept in it
 */
public record RunOptions(Scale scale, OptionalInt seeds, DataFolders data, Path out) {

  public RunOptions {
    if (seeds.isPresent() && seeds.getAsInt() < 1) {
      throw new IllegalArgumentException("need at least one seed, got " + seeds.getAsInt());
    }
  }
}
