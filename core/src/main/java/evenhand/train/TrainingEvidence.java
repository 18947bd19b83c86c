package evenhand.train;

import evenhand.columns.ColumnReview;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything a reader needs to judge a trained model. Holds no times or paths, so that one seed
 * gives the same bytes.
 *
 * @param label name of the outcome column
 * @param positive its value that means 1
 * @param attributes the group columns, in the order given
 * @param requirements measured on every part, training first
 * @param parts training, then validation and test where there are any
 * @param cells accuracy of the cells whose worst the method aims at, on every part; of a method
 *     that aims at none: none
 * @param warnings sentences a reader must know before trusting the numbers
 * @param search what the method tried: fits, rounds, members of the mixture, in the method's own
 *     words
 * @param configuration the values of every effective option, by its command-line name, in a fixed
 *     order
 * @param columns how the table's columns were understood
 * @param fingerprints SHA-256 of the encoded rows of each part, by part id
 */
public record TrainingEvidence(
    String label,
    String positive,
    List<String> attributes,
    List<RequirementEvidence> requirements,
    List<PartEvidence> parts,
    List<CellEvidence> cells,
    List<String> warnings,
    Map<String, String> search,
    Map<String, List<String>> configuration,
    ColumnReview columns,
    Map<String, String> fingerprints) {

  public TrainingEvidence {
    attributes = List.copyOf(attributes);
    requirements = List.copyOf(requirements);
    parts = List.copyOf(parts);
    cells = List.copyOf(cells);
    warnings = List.copyOf(warnings);
    search = Collections.unmodifiableMap(new LinkedHashMap<>(search));
    configuration = Collections.unmodifiableMap(new LinkedHashMap<>(configuration));
    fingerprints = Collections.unmodifiableMap(new LinkedHashMap<>(fingerprints));
  }
}
