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
import java.util.stream.IntStream;

/**
 * Puts an audit together: what is measured depends on the outcomes, how it is compared does not.
 */
final class Auditor {

  /** Replicated numbers kept of one attribute at most; more groups get fewer replicates. */
  private static final int MOST_REPLICATED = 500_000;

  private static final int FEWEST_REPLICATES = 200;

  private final Measured measured;
  private final AuditOptions options;

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

  /** The attributes are measured side by side, each with its own random numbers. */
  private Audit audit(int rows, List<Groups> attributes) {
    SplittableRandom random = new SplittableRandom(options.seed());
    List<MetricColumn> all = measured.overall(options.replicates(), random.split());
    List<SplittableRandom> randoms = attributes.stream().map(one -> random.split()).toList();
    List<AttributeAudit> audits =
        IntStream.range(0, attributes.size())
            .parallel()
            .mapToObj(a -> audit(a, attributes.get(a), all, randoms.get(a)))
            .toList();
    return new Audit(rows, audits, options.confidence(), options.minRows(), notes(attributes));
  }

  private AttributeAudit audit(
      int number, Groups groups, List<MetricColumn> all, SplittableRandom random) {
    List<MetricColumn> columns = measured.columns(number, replicates(groups), random);
    long[] rows = measured.rows(number);
    List<GroupAudit> audits = new ArrayList<>();
    for (int g = 0; g < rows.length; g++) {
      audits.add(group(groups.names().get(g), rows[g], columns, g));
    }
    Comparisons comparisons = new Comparisons(groups.names(), columns, all, options.confidence());
    Optional<Tally> decided = measured.decided(number);
    return new AttributeAudit(
        groups.attribute(),
        audits,
        group("overall", groups.size(), all, 0),
        comparisons.disparities(),
        decided.isPresent() ? comparisons.parities() : List.of(),
        decided.map(tally -> new PairTests(groups.names(), tally, options).all()).orElse(List.of()),
        decided.map(tally -> fourFifths(tally, comparisons)));
  }

  private int replicates(Groups groups) {
    int affordable = Math.max(FEWEST_REPLICATES, MOST_REPLICATED / groups.names().size());
    return Math.min(affordable, options.replicates());
  }

  private List<String> notes(List<Groups> attributes) {
    List<String> notes = new ArrayList<>(measured.notes());
    for (int a = 0; a < attributes.size(); a++) {
      Groups groups = attributes.get(a);
      int k = groups.names().size();
      if (replicates(groups) < options.replicates()) {
        notes.add(
            "%s has %d groups: its intervals are from %d replicates."
                .formatted(groups.attribute(), k, replicates(groups)));
      }
      if (measured.decided(a).isPresent() && k > PairTests.MOST_GROUPS) {
        notes.add(
            "%s has %d groups: pairs are tested for at most %d."
                .formatted(groups.attribute(), k, PairTests.MOST_GROUPS));
      }
    }
    return notes;
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

  private static GroupAudit group(String name, long rows, List<MetricColumn> columns, int at) {
    Map<String, Measurement> metrics = new LinkedHashMap<>();
    columns.forEach(column -> metrics.put(column.id(), column.groups().get(at)));
    return new GroupAudit(name, rows, metrics);
  }
}
