package evenhand.report;

import java.util.List;
import java.util.Map;

/**
 * A paper's experiment, run again: its figures beside ours.
 *
 * @param name on the command line, such as {@code nash-synthetic}
 * @param title of the experiment and the paper
 * @param configuration of this run, to the last option
 * @param tables in reading order
 * @param pictures in reading order
 * @param notes each one sentence: what was left open, chosen otherwise, or not confirmed
 */
public record Reproduced(
    String name,
    String title,
    Map<String, String> configuration,
    List<ReproducedTable> tables,
    List<Picture> pictures,
    List<String> notes) {

  public Reproduced {
    configuration =
        java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(configuration));
    tables = List.copyOf(tables);
    pictures = List.copyOf(pictures);
    notes = List.copyOf(notes);
  }

  /**
   * @param file name without folder, such as {@code paths.svg}
   * @param caption what can be seen, in one or two sentences
   * @param svg the whole document
   */
  public record Picture(String file, String caption, String svg) {}
}
