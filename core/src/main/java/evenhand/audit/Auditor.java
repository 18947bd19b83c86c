package evenhand.audit;

import evenhand.data.DataException;
import evenhand.data.Groups;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Puts an audit together: what is measured depends on the outcomes, how it is compared does not.
 */
final class Auditor {

  /** Replicated numbers kept of one attribute at most; more groups get fewer replicates. */
  private static final int MOST_REPLICATED = 500_000;

  private static final int FEWEST_REPLICATES = 200;

  private final Measured measured;
  private final List<Groups> attributes;
  private final AuditOptions options;
  private final References references;

  private Auditor(
      Measured measured, List<Groups> attributes, AuditOptions options, References references) {
    this.measured = measured;
    this.attributes = attributes;
    this.options = options;
    this.references = references;
  }

  static Audit audit(
      Outcomes outcomes, List<Groups> attributes, AuditOptions options, References references) {
    check(outcomes, attributes);
    references.check(attributes);
    Measured measured = Measured.of(outcomes, attributes, options);
    return new Auditor(measured, attributes, options, references).audit(outcomes.size());
  }

  private static void check(Outcomes outcomes, List<Groups> attributes) {
    if (attributes.isEmpty()) {
      throw new DataException("an audit needs at least one attribute whose groups it compares");
    }
    Set<String> names = new HashSet<>();
    for (Groups groups : attributes) {
      RowChecks.checkSize(outcomes.size(), "groups of " + groups.attribute(), groups.size());
      if (!names.add(groups.attribute())) {
        throw new DataException("the attribute %s is given twice".formatted(groups.attribute()));
      }
    }
  }

  /** The attributes are measured side by side, each with its own random numbers. */
  private Audit audit(int rows) {
    SplittableRandom random = new SplittableRandom(options.seed());
    List<MetricColumn> all = measured.overall(options.replicates(), random.split());
    List<SplittableRandom> randoms = attributes.stream().map(one -> random.split()).toList();
    List<AttributeAudit> audits =
        IntStream.range(0, attributes.size())
            .parallel()
            .mapToObj(a -> audit(a, all, randoms.get(a)))
            .toList();
    return new Audit(rows, audits, options.confidence(), options.minRows(), notes());
  }

  private AttributeAudit audit(int number, List<MetricColumn> all, SplittableRandom random) {
    Groups groups = attributes.get(number);
    List<String> names = groups.names();
    List<MetricColumn> columns = measured.columns(number, replicates(groups), random);
    CellTable table = measured.table(number);
    List<GroupAudit> audits = new ArrayList<>();
    for (int g = 0; g < names.size(); g++) {
      audits.add(group(names.get(g), table.rows()[g], columns, g));
    }
    int[] compared = compared(table);
    Comparisons comparisons = new Comparisons(names, compared, columns, all, options.confidence());
    List<CellReading> decided = measured.decided();
    Optional<Selected> selected =
        decided.stream()
            .findFirst()
            .map(rate -> new Selected(names, compared, rate, table, columns));
    return new AttributeAudit(
        groups.attribute(),
        audits,
        group("overall", groups.size(), all, 0),
        comparisons.disparities(),
        decided.isEmpty() ? List.of() : comparisons.parities(),
        new PairTests(names, compared, table, options).of(decided),
        selected.map(rates -> rates.fourFifths(options.confidence())),
        selected.map(
            rates -> rates.impactRatios(references.of(groups, attributes), options.confidence())));
  }

  /** The groups that are no smaller a share of the people than was asked. */
  private int[] compared(CellTable table) {
    double[] people = table.weights();
    double least = references.minShare() * Arrays.stream(people).sum();
    return IntStream.range(0, people.length).filter(g -> people[g] >= least).toArray();
  }

  private int replicates(Groups groups) {
    int affordable = Math.max(FEWEST_REPLICATES, MOST_REPLICATED / groups.names().size());
    return Math.min(affordable, options.replicates());
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>(measured.notes());
    for (int a = 0; a < attributes.size(); a++) {
      Groups groups = attributes.get(a);
      int k = groups.names().size();
      if (replicates(groups) < options.replicates()) {
        notes.add(
            "%s has %d groups: its intervals are from %d replicates."
                .formatted(groups.attribute(), k, replicates(groups)));
      }
      int[] compared = compared(measured.table(a));
      if (!measured.decided().isEmpty() && compared.length > PairTests.MOST_GROUPS) {
        notes.add(
            "%s has %d groups: pairs are tested for at most %d."
                .formatted(groups.attribute(), k, PairTests.MOST_GROUPS));
      }
      if (compared.length < k) {
        notes.add(leftOut(groups, compared));
      }
    }
    return notes;
  }

  private String leftOut(Groups groups, int[] compared) {
    int[] counts = groups.counts();
    List<String> small =
        IntStream.range(0, counts.length)
            .filter(g -> Arrays.binarySearch(compared, g) < 0)
            .mapToObj(g -> "%s (%d)".formatted(groups.names().get(g), counts[g]))
            .toList();
    return "%s: not compared, each with a share of the people below %s: %s."
        .formatted(groups.attribute(), references.minShare(), String.join(", ", small));
  }

  private static GroupAudit group(String name, long rows, List<MetricColumn> columns, int at) {
    Map<String, Measurement> metrics = new LinkedHashMap<>();
    columns.forEach(column -> metrics.put(column.id(), column.groups().get(at)));
    return new GroupAudit(name, rows, metrics);
  }
}
