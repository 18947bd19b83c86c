package evenhand.audit;

import evenhand.data.DataException;
import evenhand.data.Groups;
import evenhand.metric.Rate;
import evenhand.metric.Statistic;
import evenhand.metric.Tally;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Puts an audit together: what is measured depends on the outcomes, how it is compared does not.
 */
final class Auditor {

  /** Replicated numbers kept of one attribute at most; more groups get fewer replicates. */
  private static final int MOST_REPLICATED = 2_000_000;

  private static final int FEWEST_REPLICATES = 200;

  private final Measured measured;
  private final AuditOptions options;
  private final List<String> notes = new ArrayList<>();

  private Auditor(Measured measured, AuditOptions options) {
    this.measured = measured;
    this.options = options;
  }

  static Audit audit(Outcomes outcomes, List<Groups> attributes, AuditOptions options) {
    check(outcomes, attributes);
    Measured measured = Measured.of(outcomes, attributes, options);
    return new Auditor(measured, options).audit(outcomes.size(), attributes);
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

  private Audit audit(int rows, List<Groups> attributes) {
    SplittableRandom random = new SplittableRandom(options.seed());
    List<MetricColumn> all = measured.overall(options.replicates(), random.split());
    notes.addAll(measured.notes());
    List<AttributeAudit> audits = new ArrayList<>();
    for (int a = 0; a < attributes.size(); a++) {
      Groups groups = attributes.get(a);
      List<MetricColumn> columns = measured.columns(a, replicates(groups), random.split());
      audits.add(attribute(a, groups, columns, all));
    }
    return new Audit(rows, audits, options.confidence(), options.minRows(), notes);
  }

  private int replicates(Groups groups) {
    int affordable = Math.max(FEWEST_REPLICATES, MOST_REPLICATED / groups.names().size());
    if (affordable >= options.replicates()) {
      return options.replicates();
    }
    notes.add(
        "%s has %d groups: its intervals are from %d replicates."
            .formatted(groups.attribute(), groups.names().size(), affordable));
    return affordable;
  }

  private AttributeAudit attribute(
      int number, Groups groups, List<MetricColumn> columns, List<MetricColumn> all) {
    List<GroupAudit> audits = new ArrayList<>();
    int[] counts = groups.counts();
    for (int g = 0; g < counts.length; g++) {
      audits.add(group(groups.names().get(g), counts[g], columns, g));
    }
    Comparisons comparisons = new Comparisons(groups.names(), columns, all, options.confidence());
    Optional<Tally> decided = measured.decided(number);
    if (decided.isPresent() && counts.length > PairTests.MOST_GROUPS) {
      notes.add(
          "%s has %d groups: pairs are tested for at most %d."
              .formatted(groups.attribute(), counts.length, PairTests.MOST_GROUPS));
    }
    return new AttributeAudit(
        groups.attribute(),
        audits,
        group("overall", groups.size(), all, 0),
        comparisons.disparities(),
        decided.isPresent() ? comparisons.parities() : List.of(),
        decided.map(tally -> new PairTests(groups.names(), tally, options).all()).orElse(List.of()),
        decided.map(tally -> fourFifths(tally, comparisons)));
  }

  private static FourFifths fourFifths(Tally tally, Comparisons comparisons) {
    Optional<String> reason = comparisons.lackingSelectionRates();
    if (reason.isPresent()) {
      return FourFifths.withoutVerdict(reason.get());
    }
    List<Rate> selected = new ArrayList<>();
    double[] person = new double[tally.groups()];
    for (int g = 0; g < person.length; g++) {
      selected.add(tally.rate(Statistic.SELECTION_RATE, g));
      person[g] = selected.get(g).trials() / tally.rows(g);
    }
    return FourFifths.of(selected, person);
  }

  private static GroupAudit group(String name, int rows, List<MetricColumn> columns, int at) {
    Map<String, Measurement> metrics = new LinkedHashMap<>();
    columns.forEach(column -> metrics.put(column.id(), column.groups().get(at)));
    return new GroupAudit(name, rows, metrics);
  }
}
