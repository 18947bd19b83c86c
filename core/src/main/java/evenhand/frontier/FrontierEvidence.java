package evenhand.frontier;

import evenhand.train.Part;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every candidate that was tried, where each stands, and which was chosen. Holds no times or paths,
 * so that one seed gives the same bytes.
 *
 * @param label name of the outcome column
 * @param positive its value that means 1
 * @param axes what is traded
 * @param strengths by method, what the strength of its candidates is
 * @param candidates in the order of the plan
 * @param parts training, then validation and test where there are any
 * @param selection empty where no tolerance was stated
 * @param confidence of every interval
 * @param notes sentences a reader must know
 * @param configuration every effective option, by its command-line name
 * @param fingerprints SHA-256 of the encoded rows of each part
 */
public record FrontierEvidence(
    String label,
    String positive,
    Axes axes,
    Map<String, String> strengths,
    List<Candidate> candidates,
    List<PartFrontier> parts,
    Optional<Selection> selection,
    double confidence,
    List<String> notes,
    Map<String, List<String>> configuration,
    Map<String, String> fingerprints) {

  public FrontierEvidence {
    strengths = Collections.unmodifiableMap(new LinkedHashMap<>(strengths));
    candidates = List.copyOf(candidates);
    parts = List.copyOf(parts);
    notes = List.copyOf(notes);
    configuration = Collections.unmodifiableMap(new LinkedHashMap<>(configuration));
    fingerprints = Collections.unmodifiableMap(new LinkedHashMap<>(fingerprints));
  }

  /** The candidate that was chosen. */
  public Optional<Integer> chosen() {
    return selection.flatMap(Selection::chosen);
  }

  /** The frontier on the rows that a choice uses: validation rows, or training rows without any. */
  public PartFrontier ofChoice() {
    return parts.stream()
        .filter(part -> part.part() == Part.VALIDATION)
        .findFirst()
        .orElse(parts.get(0));
  }
}
