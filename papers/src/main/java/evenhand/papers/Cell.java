package evenhand.papers;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one run gave.
 *
 * @param figures by name, finite; what is undefined is left out
 * @param series by name, finite: a number an epoch, or a path
 */
public record Cell(Map<String, Double> figures, Map<String, double[]> series) {

  public Cell {
    figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    series = Collections.unmodifiableMap(new LinkedHashMap<>(series));
    figures.forEach(Cell::requireFinite);
    series.forEach(
        (name, values) -> {
          for (double value : values) {
            requireFinite(name, value);
          }
        });
  }

  /** Of figures alone. */
  public static Cell of(Map<String, Double> figures) {
    return new Cell(figures, Map.of());
  }

  /**
   * @throws IllegalArgumentException where there is none of this name
   */
  public double figure(String name) {
    Double figure = figures.get(name);
    if (figure == null) {
      throw new IllegalArgumentException("no figure " + name + " among " + figures.keySet());
    }
    return figure;
  }

  private static void requireFinite(String name, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("the figure " + name + " must be finite, was " + value);
    }
  }
}
