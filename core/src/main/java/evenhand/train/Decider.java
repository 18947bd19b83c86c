package evenhand.train;

import com.fasterxml.jackson.databind.JsonNode;
import evenhand.data.Encoding;
import evenhand.data.Outcome;
import evenhand.learner.Classifier;
import evenhand.learner.KeyedDraw;
import evenhand.model.Model;
import evenhand.model.Stage;
import evenhand.model.ThresholdStage;
import java.util.List;
import java.util.Optional;

/**
 * Everything that decides on encoded rows, exactly as the model made of it does on a table's.
 *
 * @param classifier possibly a mixture
 * @param draw takes the chance out of it; with thresholds, out of them
 * @param thresholds on the classifier's score, in place of its own decisions
 */
public record Decider(Classifier classifier, KeyedDraw draw, Optional<ThresholdStage> thresholds) {

  /** What decided rows are, beside their labels. */
  @SuppressWarnings("ArrayRecordComponent")
  record Decided(double[] decisions, double[] acceptance, double[] scores, List<String> remarks) {}

  /** Without thresholds of its own. */
  public Decider(Classifier classifier, KeyedDraw draw) {
    this(classifier, draw, Optional.empty());
  }

  /** The deciding part of a model that has thresholds or no stage at all. */
  static Decider of(Model model) {
    return new Decider(
        model.classifier(),
        model.draw(),
        model.stages().stream()
            .filter(ThresholdStage.class::isInstance)
            .map(ThresholdStage.class::cast)
            .findFirst());
  }

  Model model(Outcome outcome, Encoding encoding, JsonNode evidence) {
    List<Stage> stages = List.copyOf(thresholds.stream().toList());
    return new Model(outcome, encoding, classifier, draw, evidence, stages);
  }

  /** Whether chance decides on some rows. */
  public boolean isRandomised() {
    return thresholds.map(ThresholdStage::isRandomised).orElse(classifier.isRandomised());
  }

  Decider withDraw(KeyedDraw given) {
    return new Decider(
        classifier,
        given,
        thresholds.map(
            stage -> new ThresholdStage(stage.groupColumns(), stage.rule(), given, stage.drawn())));
  }

  /** One for each row, shape [n], in [0, 1). */
  double[] draws(PartRows rows) {
    return thresholds.isPresent() ? draw.of(rows.identities()) : draw.of(rows.sample().features());
  }

  /**
   * @param where the rows are from, for remarks on them
   */
  Decided on(String where, PartRows rows) {
    Classifier.Output output = classifier.on(rows.sample().features());
    double[] acceptance = output.acceptance();
    List<String> remarks = List.of();
    if (thresholds.isPresent()) {
      ThresholdStage.Accepted accepted =
          thresholds.get().accept(where, output.score(), rows.sample().groups());
      acceptance = accepted.acceptance();
      remarks = accepted.remarks();
    }
    return new Decided(decide(draws(rows), acceptance), acceptance, output.score(), remarks);
  }

  /**
   * @return shape [n], each 0 or 1
   */
  static double[] decide(double[] draws, double[] acceptance) {
    int[] decisions = KeyedDraw.decide(draws, acceptance);
    double[] values = new double[decisions.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = decisions[i];
    }
    return values;
  }
}
