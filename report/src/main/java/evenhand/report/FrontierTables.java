package evenhand.report;

import evenhand.audit.Measurement;
import evenhand.data.Column;
import evenhand.data.Table;
import evenhand.frontier.Candidate;
import evenhand.frontier.FrontierEvidence;
import evenhand.frontier.Measures;
import evenhand.frontier.PartFrontier;
import evenhand.frontier.Place;
import evenhand.train.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** A frontier and every candidate as tables of data. */
public final class FrontierTables {

  private final FrontierEvidence evidence;

  private FrontierTables(FrontierEvidence evidence) {
    this.evidence = evidence;
  }

  /** The members of every part's frontier, a row each, in increasing order of the gap. */
  public static Table frontier(FrontierEvidence evidence) {
    return new FrontierTables(evidence).members();
  }

  /**
   * Every candidate, a row each, with what was measured on every part, and why it was not chosen.
   */
  public static Table alternatives(FrontierEvidence evidence) {
    return new FrontierTables(evidence).all();
  }

  private Table members() {
    List<PartFrontier> parts = new ArrayList<>();
    List<Integer> members = new ArrayList<>();
    for (PartFrontier part : evidence.parts()) {
      for (int member : part.members()) {
        parts.add(part);
        members.add(member);
      }
    }
    List<Column> columns = new ArrayList<>();
    columns.add(
        Column.Categorical.of("part", parts.stream().map(part -> part.part().id()).toList()));
    identity(columns, members);
    for (String which : List.of("metric", "gap")) {
      measurement(
          columns,
          which.equals("metric") ? evidence.axes().merit().id() : evidence.axes().gapWord(),
          rows(members, parts, which));
    }
    columns.add(
        numbers(
            "on_frontier_share",
            range(members.size(), i -> parts.get(i).places().get(members.get(i)).onFrontier())));
    columns.add(
        Column.Categorical.of(
            "knee",
            range(
                members.size(),
                i -> parts.get(i).knee().equals(Optional.of(members.get(i))) ? "yes" : "no")));
    columns.add(chosen(members));
    return new Table("frontier.csv", columns, members.size());
  }

  private List<Optional<Measurement>> rows(
      List<Integer> members, List<PartFrontier> parts, String which) {
    return range(members.size(), i -> measurement(members.get(i), parts.get(i).part(), which));
  }

  private Optional<Measurement> measurement(int candidate, Part part, String which) {
    Optional<Measures> measures = evidence.candidates().get(candidate).on(part);
    return measures.map(which.equals("metric") ? Measures::merit : Measures::gap);
  }

  private Table all() {
    List<Integer> every = range(evidence.candidates().size(), i -> i);
    List<Column> columns = new ArrayList<>();
    identity(columns, every);
    for (PartFrontier part : evidence.parts()) {
      String prefix = part.part().id() + "_";
      for (String which : List.of("metric", "gap")) {
        String name =
            which.equals("metric") ? evidence.axes().merit().id() : evidence.axes().gapWord();
        measurement(
            columns, prefix + name, range(every.size(), i -> measurement(i, part.part(), which)));
      }
      List<Place> places = part.places();
      columns.add(
          Column.Categorical.of(
              prefix + "status", places.stream().map(place -> place.status().id()).toList()));
      columns.add(
          numbers(prefix + "on_frontier_share", places.stream().map(Place::onFrontier).toList()));
    }
    columns.add(chosen(every));
    columns.add(
        Column.Categorical.of(
            "reason", range(every.size(), i -> FrontierWords.reason(evidence, i))));
    return new Table("alternatives.csv", columns, every.size());
  }

  private void identity(List<Column> columns, List<Integer> candidates) {
    List<Candidate> named = candidates.stream().map(evidence.candidates()::get).toList();
    columns.add(
        Column.Categorical.of("method", named.stream().map(each -> each.id().method()).toList()));
    columns.add(numbers("strength", named.stream().map(each -> each.id().strength()).toList()));
    columns.add(
        numbers(
            "seed",
            named.stream().map(each -> OptionalDouble.of((double) each.id().seed())).toList()));
  }

  private Column chosen(List<Integer> candidates) {
    return Column.Categorical.of(
        "chosen",
        candidates.stream()
            .map(each -> evidence.chosen().equals(Optional.of(each)) ? "yes" : "no")
            .toList());
  }

  private static void measurement(
      List<Column> columns, String name, List<Optional<Measurement>> measured) {
    columns.add(numbers(name, each(measured, Measurement::value)));
    columns.add(numbers(name + "_low", each(measured, Measurement::low)));
    columns.add(numbers(name + "_high", each(measured, Measurement::high)));
  }

  private static List<OptionalDouble> each(
      List<Optional<Measurement>> measured, Function<Measurement, OptionalDouble> number) {
    return measured.stream().map(one -> one.map(number).orElse(OptionalDouble.empty())).toList();
  }

  private static Column numbers(String name, List<OptionalDouble> values) {
    return new Column.Numeric(
        name, values.stream().mapToDouble(value -> value.orElse(Double.NaN)).toArray());
  }

  private static <T> List<T> range(int count, Function<Integer, T> of) {
    List<T> values = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      values.add(of.apply(i));
    }
    return values;
  }
}
