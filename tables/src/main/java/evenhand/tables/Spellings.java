package evenhand.tables;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What reading a column took for the same: texts that mean missing, and spellings of one value.
 *
 * @param missing rows of each text that means missing, the empty one among them
 * @param merged for values that came in several spellings, the rows of each spelling
 */
public record Spellings(Map<String, Integer> missing, Map<String, Map<String, Integer>> merged) {

  public Spellings {
    missing = Collections.unmodifiableMap(new TreeMap<>(missing));
    merged = Collections.unmodifiableMap(new TreeMap<>(merged));
  }

  /** Empty where each text was read as it stands and nothing but empty cells as missing. */
  static Optional<Spellings> of(Dictionary dictionary, Text text) {
    List<Optional<String>> cleaned = dictionary.cleaned(text);
    int[] counts = dictionary.counts();
    Map<String, Integer> missing = new TreeMap<>();
    Map<String, List<Integer>> values = new TreeMap<>();
    for (int code = 0; code < cleaned.size(); code++) {
      if (cleaned.get(code).isEmpty()) {
        missing.merge(dictionary.raws().get(code).strip(), counts[code], Integer::sum);
      } else {
        values.computeIfAbsent(cleaned.get(code).get(), value -> new ArrayList<>(1)).add(code);
      }
    }
    int none = counts[counts.length - 1];
    if (none > 0) {
      missing.merge("", none, Integer::sum);
    }
    Map<String, Map<String, Integer>> merged = new TreeMap<>();
    values.forEach(
        (value, codes) -> {
          if (codes.size() > 1) {
            Map<String, Integer> spelled = new LinkedHashMap<>();
            codes.forEach(code -> spelled.put(dictionary.raws().get(code), counts[code]));
            merged.put(value, spelled);
          }
        });
    boolean plain = merged.isEmpty() && missing.keySet().stream().allMatch(String::isEmpty);
    return plain ? Optional.empty() : Optional.of(new Spellings(missing, merged));
  }
}
