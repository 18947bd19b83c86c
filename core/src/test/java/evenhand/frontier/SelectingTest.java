package evenhand.frontier;

import static org.assertj.core.api.Assertions.assertThat;

import evenhand.audit.Measurement;
import evenhand.parity.Verdict;
import evenhand.train.Part;
import evenhand.train.TrialId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class SelectingTest {

  private static final Axes AXES = Axes.of(Merit.ACCURACY, "demographic_parity", List.of("sex"));

  private static Measurement measured(double value) {
    return Measurement.withoutInterval(value, "no interval: nothing was drawn");
  }

  private static Measures at(double accuracy, double gap) {
    return new Measures(measured(accuracy), measured(gap));
  }

  private final List<Candidate> candidates = new ArrayList<>();

  private void add(Measures validation, Measures test) {
    candidates.add(
        new Candidate(
            id(), Map.of(Part.VALIDATION, validation, Part.TEST, test), Optional.empty()));
  }

  private TrialId id() {
    return new TrialId("reduction", OptionalDouble.empty(), candidates.size() + 1);
  }

  private Selection choose(String tolerance) {
    List<Optional<Measures>> measures =
        candidates.stream().map(candidate -> candidate.on(Part.VALIDATION)).toList();
    List<Point> points =
        candidates.stream()
            .flatMap(candidate -> candidate.point(Part.VALIDATION, AXES).stream())
            .toList();
    FrontierJob.Compared on =
        new FrontierJob.Compared(
            Part.VALIDATION, measures, new Replicates(points.size(), List.of(points)));
    return new Selecting(AXES, Tolerance.parse(tolerance, AXES), candidates, on)
        .choose(List.of(Part.VALIDATION, Part.TEST), 0);
  }

  @Test
  void theBestWithinTheGapOnValidationRowsWhateverTheTestRowsSay() {
    add(at(0.80, 0.04), at(0.90, 0.01));
    add(at(0.82, 0.05), at(0.70, 0.20));
    add(at(0.85, 0.06), at(0.95, 0.00));
    Selection selection = choose("demographic_parity<=0.05");
    assertThat(selection.chosen()).contains(1);
    assertThat(selection.rows()).isEqualTo(Part.VALIDATION);
    assertThat(selection.verdicts())
        .containsEntry(Part.VALIDATION, Verdict.MET)
        .containsEntry(Part.TEST, Verdict.NOT_MET);
    assertThat(selection.reasons())
        .containsExactly(
            "within the tolerance, but accuracy is worse than the chosen one's by 0.0200 (worse in"
                + " 100 % of replicates)",
            "chosen: the best accuracy within the tolerance",
            "outside the tolerance: gap 0.0600 is above 0.0500");
  }

  @Test
  void theSmallestGapWithinWhatMayBeGivenUp() {
    add(at(0.85, 0.06), at(0.8, 0.1));
    add(at(0.84, 0.03), at(0.8, 0.1));
    add(at(0.80, 0.01), at(0.8, 0.1));
    Selection selection = choose("accuracy:given_up<=0.02");
    assertThat(selection.chosen()).contains(1);
    assertThat(selection.reasons())
        .containsExactly(
            "within the tolerance, but gap 0.0600 is worse than the chosen one's 0.0300",
            "chosen: the smallest gap within the tolerance",
            "outside the tolerance: gives up 0.0500 of accuracy, more than 0.0200");
  }

  @Test
  void ofEqualsTheFirst() {
    add(at(0.85, 0.06), at(0.8, 0.1));
    add(at(0.84, 0.03), at(0.8, 0.1));
    add(at(0.84, 0.03), at(0.9, 0.0));
    add(at(0.84, 0.04), at(0.9, 0.0));
    Selection selection = choose("demographic_parity<=0.05");
    assertThat(selection.chosen()).contains(1);
    assertThat(selection.reasons().get(2))
        .isEqualTo("as good as the chosen one, which was named first");
    assertThat(selection.reasons().get(3))
        .isEqualTo("within the tolerance, but gap 0.0400 is worse than the chosen one's 0.0300");
  }

  @Test
  void noneMeetsIt() {
    add(at(0.85, 0.06), at(0.8, 0.0));
    candidates.add(new Candidate(id(), Map.of(), Optional.of("it can't be met")));
    Selection selection = choose("demographic_parity<=0.05");
    assertThat(selection.chosen()).isEmpty();
    assertThat(selection.verdict()).isEqualTo(Verdict.NOT_MET);
    assertThat(selection.verdicts()).isEmpty();
    assertThat(selection.reasons())
        .containsExactly(
            "outside the tolerance: gap 0.0600 is above 0.0500", "no model: it can't be met");
  }

  @Test
  void withoutAnyGapThereIsInsufficientEvidence() {
    Measures undefined =
        new Measures(measured(0.8), Measurement.without("insufficient evidence: b: 3 rows"));
    add(undefined, undefined);
    for (String tolerance : List.of("demographic_parity<=0.05", "accuracy:given_up<=0.1")) {
      Selection selection = choose(tolerance);
      assertThat(selection.verdict()).isEqualTo(Verdict.INSUFFICIENT_EVIDENCE);
      assertThat(selection.chosen()).isEmpty();
      assertThat(selection.reasons())
          .containsExactly("not measured on validation rows: insufficient evidence: b: 3 rows");
    }
  }
}
