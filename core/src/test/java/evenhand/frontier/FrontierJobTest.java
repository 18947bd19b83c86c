package evenhand.frontier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import evenhand.audit.Audit;
import evenhand.audit.Judgement;
import evenhand.parity.Requirement;
import evenhand.parity.Verdict;
import evenhand.train.Part;
import evenhand.train.ProgressListener;
import evenhand.train.Sweep;
import evenhand.train.Sweeps;
import evenhand.train.Trained;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FrontierJobTest {

  private static final Axes AXES = Axes.of(Merit.ACCURACY, "demographic_parity", List.of("sex"));

  @TempDir private Path folder;

  private FrontierJob.Result run(Sweep sweep, String tolerance) {
    FrontierJob job =
        new FrontierJob(
            sweep,
            AXES,
            Optional.of(tolerance)
                .filter(text -> !text.isEmpty())
                .map(t -> Tolerance.parse(t, AXES)),
            AXES.worstCorner());
    return job.run(Sweeps.folder(folder, job.stated()), OptionalInt.of(2), ProgressListener.NONE);
  }

  @Test
  void choosesOnValidationRowsAndScoresTheTestRowsAnew() {
    FrontierJob.Result result = run(Sweeps.sweep(Sweeps.data(1200)), "demographic_parity<=0.08");
    FrontierEvidence evidence = result.evidence();
    Selection selection = evidence.selection().orElseThrow();
    assertThat(selection.rows()).isEqualTo(Part.VALIDATION);
    assertThat(selection.verdict()).isEqualTo(Verdict.MET);
    assertThat(selection.reasons()).hasSize(16).doesNotContain("");
    Candidate chosen = evidence.candidates().get(selection.chosen().orElseThrow());
    assertThat(gap(chosen, Part.VALIDATION)).isLessThanOrEqualTo(0.08);
    for (Candidate other : evidence.candidates()) {
      if (gap(other, Part.VALIDATION) <= 0.08) {
        assertThat(merit(other, Part.VALIDATION))
            .isLessThanOrEqualTo(merit(chosen, Part.VALIDATION));
      }
    }
    assertAgrees(result.chosen().orElseThrow(), chosen);
  }

  private static void assertAgrees(Trained trained, Candidate chosen) {
    assertThat(trained.evidence().requirements()).hasSize(3);
    trained
        .evidence()
        .parts()
        .forEach(
            part -> {
              Audit audit = part.decisions();
              double gap =
                  Judgement.of(
                          Requirement.parse("demographic_parity<=0.08"), audit.attribute("sex"))
                      .value()
                      .orElseThrow();
              assertThat(gap).isCloseTo(gap(chosen, part.part()), within(1e-12));
            });
  }

  private static double gap(Candidate candidate, Part part) {
    return candidate.on(part).orElseThrow().gap().value().orElseThrow();
  }

  private static double merit(Candidate candidate, Part part) {
    return candidate.on(part).orElseThrow().merit().value().orElseThrow();
  }

  @Test
  void runsAgainWithTheSameResultAndNoFit() {
    Sweep sweep = Sweeps.sweep(Sweeps.data(500));
    FrontierJob.Result first = run(sweep, "accuracy:given_up<=0.02");
    FrontierJob.Result again = run(sweep, "accuracy:given_up<=0.02");
    assertThat(again.reused()).isEqualTo(16);
    assertThat(again.evidence()).usingRecursiveComparison().isEqualTo(first.evidence());
    FrontierJob.Result later = run(sweep, "demographic_parity<=0.08");
    assertThat(later.evidence().selection().orElseThrow().knownBefore()).isEqualTo(16);
  }

  @Test
  void seedsOfADeterministicMethodAreDuplicates() {
    FrontierEvidence evidence = run(Sweeps.sweep(Sweeps.data(500)), "").evidence();
    assertThat(evidence.selection()).isEmpty();
    for (PartFrontier part : evidence.parts()) {
      assertThat(part.places().get(1).status()).isNotEqualTo(Place.Status.ON_FRONTIER);
      assertThat(part.places().get(1).onFrontier()).isEqualTo(part.places().get(0).onFrontier());
    }
  }

  @Test
  void withoutValidationRowsTheTrainingRowsChoose() {
    Sweep usual = Sweeps.sweep(Sweeps.data(500));
    Sweep sweep =
        new Sweep(
            usual.data(),
            usual.requirements(),
            usual.plan(),
            usual.learner(),
            new evenhand.train.TrainingOptions(
                0, usual.options().decisions(), 100, 30, usual.options().seed()));
    FrontierEvidence evidence = run(sweep, "demographic_parity<=0.08").evidence();
    assertThat(evidence.selection().orElseThrow().rows()).isEqualTo(Part.TRAINING);
    assertThat(evidence.ofChoice().part()).isEqualTo(Part.TRAINING);
  }

  @Test
  void tooFewRowsOfAGroupAreToldBeforeAnyFit() {
    Sweep few = Sweeps.sweep(Sweeps.data(100));
    assertThatThrownBy(() -> run(few, "demographic_parity<=0.08"))
        .isInstanceOf(LackingRowsException.class)
        .hasMessage(
            "no candidate can have a gap, so none was fitted: demographic_parity by sex can't be"
                + " known on the 25 validation rows: a: 13 rows, fewer than 30; b: 12 rows, fewer"
                + " than 30; hold out more rows with --validation, or say with a smaller --min-rows"
                + " that so few are enough");
    assertThat(folder.resolve("candidates"))
        .satisfiesAnyOf(
            kept -> assertThat(kept).doesNotExist(), kept -> assertThat(kept).isEmptyDirectory());
  }

  @Test
  void withoutAToleranceOnePartWithEnoughRowsWillDo() {
    FrontierEvidence evidence = run(Sweeps.sweep(Sweeps.data(100)), "").evidence();
    assertThat(evidence.parts().get(0).members()).isNotEmpty();
    assertThat(evidence.ofChoice().members()).isEmpty();
  }
}
