package evenhand.data;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** One named column of a table: numbers or categories, either with missing values. */
public sealed interface Column {

  String name();

  int size();

  boolean isMissing(int row);

  /** The values of the given rows, in the given order. */
  Column select(int[] rows);

  /** The value as text, as it would be written to a file; null where missing. */
  @Nullable String text(int row);

  /**
   * @param values shape [n]; NaN is missing, infinities do not occur
   */
  record Numeric(String name, double[] values) implements Column {

    @Override
    public int size() {
      return values.length;
    }

    @Override
    public Numeric select(int[] rows) {
      double[] picked = new double[rows.length];
      for (int i = 0; i < rows.length; i++) {
        picked[i] = values[rows[i]];
      }
      return new Numeric(name, picked);
    }

    @Override
    public boolean isMissing(int row) {
      return Double.isNaN(values[row]);
    }

    @Override
    public @Nullable String text(int row) {
      double value = values[row];
      if (Double.isNaN(value)) {
        return null;
      }
      return value == Math.rint(value) && Math.abs(value) < 1e15
          ? Long.toString((long) value)
          : Double.toString(value);
    }
  }

  /**
   * @param levels distinct values, sorted
   * @param codes shape [n], index into {@code levels}; −1 is missing
   */
  record Categorical(String name, List<String> levels, int[] codes) implements Column {

    public Categorical {
      levels = List.copyOf(levels);
    }

    /** Levels are the distinct values, sorted. */
    @NullUnmarked // on JDK 17, NullAway misses the annotation of a type argument in another module
    public static Categorical of(String name, List<@Nullable String> values) {
      Map<String, Integer> codeOf = new TreeMap<>();
      for (String value : values) {
        if (value != null) {
          codeOf.put(value, 0);
        }
      }
      int next = 0;
      for (Map.Entry<String, Integer> entry : codeOf.entrySet()) {
        entry.setValue(next++);
      }
      int[] codes = new int[values.size()];
      for (int i = 0; i < codes.length; i++) {
        String value = values.get(i);
        codes[i] = value == null ? -1 : codeOf.getOrDefault(value, -1);
      }
      return new Categorical(name, List.copyOf(codeOf.keySet()), codes);
    }

    @Override
    public int size() {
      return codes.length;
    }

    @Override
    public Categorical select(int[] rows) {
      int[] picked = new int[rows.length];
      for (int i = 0; i < rows.length; i++) {
        picked[i] = codes[rows[i]];
      }
      return new Categorical(name, levels, picked);
    }

    @Override
    public boolean isMissing(int row) {
      return codes[row] < 0;
    }

    @Override
    public @Nullable String text(int row) {
      return codes[row] < 0 ? null : levels.get(codes[row]);
    }
  }
}
