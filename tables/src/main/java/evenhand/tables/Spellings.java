package evenhand.tables;

import evenhand.data.CanonicalText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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

  private static final int MOST_SAID = 5;

  public Spellings {
    missing = Collections.unmodifiableMap(new TreeMap<>(missing));
    merged = Collections.unmodifiableMap(new TreeMap<>(merged));
  }

  /** Empty where each text was read as it stands and nothing but empty cells as missing. */
  static Optional<Spellings> of(Dictionary dictionary) {
    List<Optional<String>> cleaned = dictionary.cleaned();
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

  /** In sentences, of what was read as missing only where nobody named what means that. */
  List<String> sentences(String place, boolean missingNamed) {
    List<String> sentences = new ArrayList<>();
    List<String> tokens = new ArrayList<>();
    missing.forEach(
        (token, rows) -> {
          if (!token.isEmpty()) {
            tokens.add(rows(CanonicalText.shown(token), rows));
          }
        });
    if (!tokens.isEmpty() && !missingNamed) {
      int empty = missing.getOrDefault("", 0);
      sentences.add(
          "%s: %s read as missing%s; --missing names what means missing in their place, --missing '' empty cells alone"
              .formatted(
                  place,
                  String.join(" and ", tokens) + (tokens.size() > 1 ? " were" : " was"),
                  empty == 0 ? "" : ", with " + rows("empty cells", empty)));
    }
    if (!merged.isEmpty()) {
      List<String> values = new ArrayList<>();
      merged.forEach((value, spelled) -> values.add(value + " " + spelled(spelled)));
      int more = values.size() - MOST_SAID;
      sentences.add(
          "%s: spellings that differ in blanks around them, in how letters are composed or in True and true were read as one value: %s%s"
              .formatted(
                  place,
                  String.join("; ", more > 0 ? values.subList(0, MOST_SAID) : values),
                  more > 0 ? "; and %d more values".formatted(more) : ""));
    }
    return sentences;
  }

  private static String spelled(Map<String, Integer> spelled) {
    List<String> texts = new ArrayList<>();
    spelled.forEach((text, rows) -> texts.add(rows(CanonicalText.shown(text), rows)));
    int more = texts.size() - MOST_SAID;
    return "as "
        + String.join(", ", more > 0 ? texts.subList(0, MOST_SAID) : texts)
        + (more > 0 ? " and %d other spellings".formatted(more) : "");
  }

  private static String rows(String what, int rows) {
    return String.format(Locale.ROOT, "%s (%,d %s)", what, rows, rows == 1 ? "row" : "rows");
  }
}
