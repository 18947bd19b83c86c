package evenhand.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import evenhand.data.Column;
import evenhand.data.DataException;
import evenhand.data.Split;
import evenhand.data.Table;
import evenhand.learner.LogisticRegression;
import evenhand.model.Model;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TrainingRowsTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Table TABLE = Applicants.table(200, 4);
  private static final TrainingData DATA = Applicants.weighted(TABLE, WeightMeaning.ERROR);
  private static final TrainingOptions OPTIONS = Applicants.options(0.3, 9);
  private static final Trained TRAINED =
      new TrainingJob(DATA, List.of(), Methods.PLAIN, LogisticRegression.defaults(), OPTIONS)
          .run(ProgressListener.NONE);

  /** What {@code evenhand.report} writes of the evidence, as far as it is read here. */
  private static ObjectNode evidence() {
    ObjectNode tree = JSON.createObjectNode();
    tree.set("configuration", JSON.valueToTree(TRAINED.evidence().configuration()));
    tree.set("fingerprints", JSON.valueToTree(TRAINED.evidence().fingerprints()));
    return tree;
  }

  @Test
  void findsTheRowsThatWereTrainedOnAndHeldOut() {
    Model model = TRAINED.model(evidence());
    Split split = Prepared.of(DATA, OPTIONS).split();
    assertThat(TrainingRows.of(model, TABLE, Part.TRAINING)).isEqualTo(split.training());
    assertThat(TrainingRows.of(model, TABLE, Part.VALIDATION))
        .isEqualTo(split.heldOut())
        .hasSizeBetween(50, 70);
  }

  @Test
  void anotherTableIsRefused() {
    double[] income = TABLE.numeric("income").values().clone();
    income[TrainingRows.of(TRAINED.model(evidence()), TABLE, Part.TRAINING)[0]]++;
    Table other = Applicants.with(TABLE, new Column.Numeric("income", income));
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> TrainingRows.of(TRAINED.model(evidence()), other, Part.VALIDATION))
        .withMessage(
            "people.csv is not the table the model was trained on, so its validation rows can't be"
                + " told");
  }

  @Test
  void evidenceThatSaysTooLittleIsRefused() {
    for (String name : List.of("seed", "validation", "intersect", "weight-meaning")) {
      ObjectNode cut = evidence();
      ((ObjectNode) cut.get("configuration")).remove(name);
      assertThatExceptionOfType(DataException.class)
          .isThrownBy(() -> TrainingRows.of(TRAINED.model(cut), TABLE, Part.TRAINING))
          .withMessage("the model's evidence does not say its " + name);
    }
  }

  @Test
  void theWholeTableWasTrainedOnWithoutValidation() {
    Trained all =
        new TrainingJob(
                Applicants.data(TABLE, Optional.empty()),
                List.of(),
                Methods.PLAIN,
                LogisticRegression.defaults(),
                Applicants.options(0, 9))
            .run(ProgressListener.NONE);
    ObjectNode tree = JSON.createObjectNode();
    tree.set("configuration", JSON.valueToTree(all.evidence().configuration()));
    tree.set("fingerprints", JSON.valueToTree(all.evidence().fingerprints()));
    assertThat(TrainingRows.of(all.model(tree), TABLE, Part.TRAINING)).hasSize(200);
    assertThat(TrainingRows.of(all.model(tree), TABLE, Part.VALIDATION)).isEmpty();
  }
}
