package evenhand.train;

import evenhand.audit.Audit;
import evenhand.audit.AuditOptions;
import evenhand.audit.BinaryOutcomes;
import evenhand.data.Groups;
import evenhand.data.Sample;
import evenhand.parity.Kind;
import evenhand.parity.Requirement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Groups without the rows that the rates of a requirement need, whatever is decided.
 *
 * @param requirement of one attribute
 * @param part whose rows lack
 * @param groups of that attribute there
 * @param reason which groups, and of what they have how many rows
 */
public record LackingRows(Requirement requirement, Part part, Groups groups, String reason) {

  private static final String PLAIN = "[\\p{L}\\p{N} ._-]+";

  /**
   * Looks at the counts of labels and groups.
   *
   * @param outcomes of the rows; their decisions are not looked at
   * @param groups of the requirement's attribute
   * @return empty where every group has enough, or where it hangs on the decisions which rows count
   */
  public static Optional<LackingRows> of(
      Requirement requirement,
      Part part,
      BinaryOutcomes outcomes,
      Groups groups,
      AuditOptions options) {
    if (!requirement.parity().isLinear()) {
      return Optional.empty();
    }
    BinaryOutcomes rejected =
        new BinaryOutcomes(
            outcomes.labels(),
            Optional.of(new double[outcomes.size()]),
            Optional.empty(),
            outcomes.weights());
    return Audit.of(
            rejected, List.of(groups), options.withReplicates(AuditOptions.FEWEST_REPLICATES))
        .attribute(groups.attribute())
        .parities()
        .stream()
        .filter(measured -> measured.parity() == requirement.parity())
        .filter(measured -> measured.comparison() == requirement.comparison())
        .filter(measured -> measured.kind() == Kind.DIFFERENCE)
        .flatMap(measured -> measured.reason().stream())
        .findFirst()
        .map(reason -> new LackingRows(requirement, part, groups, reason));
  }

  /** Of every requirement, on one part of the rows. */
  static List<LackingRows> of(
      List<Requirement> requirements,
      Part part,
      Prepared prepared,
      WeightMeaning meaning,
      AuditOptions options) {
    Sample sample = prepared.rows(part).sample();
    double[] none = new double[sample.labels().length];
    BinaryOutcomes outcomes = Measuring.outcomes(sample, none, none, meaning);
    return requirements.stream()
        .flatMap(
            requirement -> {
              Groups groups = sample.groups(requirement.attribute().orElseThrow()).withoutEmpty();
              return of(requirement, part, outcomes, groups, options).stream();
            })
        .toList();
  }

  /** Which groups lack what, and what can be done about it. */
  public String sentence() {
    return String.format(
        Locale.ROOT,
        "%s by %s can't be known on the %,d %s rows: %s; %s%s, or say with a smaller --min-rows"
            + " that so few are enough",
        requirement.subject(),
        groups.attribute(),
        groups.codes().length,
        part.id(),
        reason.replaceFirst("^insufficient evidence: ", ""),
        merging(),
        part == Part.VALIDATION ? "hold out more rows with --validation" : "give more rows");
  }

  /** Only where there is something to merge, and a name that can be written as it is. */
  private String merging() {
    String attribute = groups.attribute();
    if (attribute.contains("&")) {
      return "merge groups of its attributes, such as --group 'NAME:VALUE|*', ";
    }
    String largest = largest();
    if (groups.names().size() < 3 || !attribute.matches(PLAIN) || !largest.matches(PLAIN)) {
      return "";
    }
    return "merge groups, such as --group '%s:%s|*' for %s beside all others, "
        .formatted(attribute, largest, largest);
  }

  private String largest() {
    int[] rows = new int[groups.names().size()];
    int most = 0;
    for (int code : groups.codes()) {
      rows[code]++;
    }
    for (int g = 0; g < rows.length; g++) {
      most = rows[g] > rows[most] ? g : most;
    }
    return groups.names().get(most);
  }
}
