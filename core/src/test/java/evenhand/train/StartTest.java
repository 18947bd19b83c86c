package evenhand.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import evenhand.data.Column;
import evenhand.data.DataException;
import evenhand.data.Encoding;
import evenhand.data.GroupColumn;
import evenhand.data.Outcome;
import evenhand.data.Table;
import evenhand.data.WholeFile;
import evenhand.learner.LogisticRegression;
import evenhand.model.LogisticFormat;
import evenhand.model.Model;
import evenhand.model.ModelFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StartTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Table TABLE = Applicants.table(300, 5);
  private static final TrainingData DATA = Applicants.data(TABLE, Optional.empty());
  private static final Model MODEL = model();

  private static Model model() {
    Trained trained = trained(DATA, 3);
    ObjectNode tree = JSON.createObjectNode();
    tree.set("configuration", JSON.valueToTree(trained.evidence().configuration()));
    tree.set("fingerprints", JSON.valueToTree(trained.evidence().fingerprints()));
    return trained.model(tree);
  }

  private static Trained trained(TrainingData data, long seed) {
    return new TrainingJob(
            data,
            List.of(),
            Methods.PLAIN,
            LogisticRegression.defaults(),
            Applicants.options(0.25, seed))
        .run(ProgressListener.NONE);
  }

  private static Start start() {
    return new Start("m.evenhand", "00ff", MODEL);
  }

  @Test
  void itsFileIsNamedByItsContents(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("m.evenhand");
    ModelFile formats = new ModelFile(List.of(new LogisticFormat()));
    try (WholeFile out = WholeFile.open(file)) {
      formats.write(MODEL, out);
      out.commit();
    }

    Start read = Start.read(file, formats);

    assertThat(read.name()).isEqualTo("m.evenhand");
    assertThat(read.sha256())
        .isEqualTo(
            HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file))));
    assertThat(read.model().encoding()).isEqualTo(MODEL.encoding());
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> Start.read(folder.resolve("none"), formats))
        .withMessageContaining("there is no file");
  }

  /** Of another table the mean income would be another. */
  @Test
  void columnsBecomeTheFeaturesTheyAreToTheModel() {
    Table other = Applicants.table(200, 77);
    TrainingData fresh = Applicants.data(other, Optional.empty());
    TrainingOptions options = Applicants.options(0.25, 3);

    Prepared prepared = Prepared.of(fresh.from(start()), options);

    assertThat(prepared.encoding()).isEqualTo(MODEL.encoding());
    assertThat(prepared.encoding()).isNotEqualTo(Prepared.of(fresh, options).encoding());
    assertThat(prepared.notes()).isEmpty();
    assertThat(trained(fresh.from(start()), 3).evidence().configuration())
        .containsEntry("from", List.of("m.evenhand", "sha256:00ff"));
  }

  @Test
  void featuresTakeTheModelsOrder() {
    assertThat(with(List.of("city", "income"), Applicants.APPROVED).from(start()).features())
        .containsExactly("income", "city");
  }

  private static TrainingData with(List<String> features, Outcome outcome) {
    return new TrainingData(
        TABLE,
        Optional.empty(),
        outcome,
        List.of(GroupColumn.parse("sex")),
        TrainingData.Intersection.NONE,
        features,
        Optional.empty(),
        WeightMeaning.ERROR);
  }

  @Test
  void otherColumnsOrAnotherOutcomeAreRefused() {
    assertRefused(
        with(List.of("income"), Applicants.APPROVED),
        "m.evenhand was trained on the column city, which is no feature here; a training that goes on from it needs its feature columns: income,city");
    assertRefused(
        with(List.of("income", "city", "weight"), Applicants.APPROVED),
        "m.evenhand was not trained on the column weight, and a training that goes on from it needs its feature columns: income,city");
    assertRefused(
        with(List.of("income", "city"), new Outcome("approved", "no", "yes")),
        "m.evenhand tells yes from no by approved, not no from yes by approved; a training goes on to the same end");
  }

  private static void assertRefused(TrainingData data, String sentence) {
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> data.from(start()))
        .withMessage(sentence);
  }

  @Test
  void anotherSplitOfTheSameTableIsSaid() {
    assertThat(Prepared.of(DATA.from(start()), Applicants.options(0.25, 3)).notes()).isEmpty();

    Prepared other = Prepared.of(DATA.from(start()), Applicants.options(0.25, 4));

    int[] known = TrainingRows.of(MODEL, TABLE, Part.TRAINING);
    long seen =
        IntStream.of(other.split().heldOut())
            .filter(row -> IntStream.of(known).anyMatch(each -> each == row))
            .count();
    assertThat(seen).isPositive();
    assertThat(other.notes())
        .containsExactly(
            "%d of the %d validation rows were training rows of m.evenhand, so that they are not unseen; its own --seed and --validation hold out the same rows again"
                .formatted(seen, other.split().heldOut().length));
  }

  /** Its rows are found again although their own encoding would be another. */
  @Test
  void theRowsOfWhatWentOnAreFoundAgain() {
    Table other = Applicants.with(TABLE, new Column.Numeric("income", shifted()));
    Trained went = trained(Applicants.data(other, Optional.empty()).from(start()), 6);
    ObjectNode tree = JSON.createObjectNode();
    tree.set("configuration", JSON.valueToTree(went.evidence().configuration()));
    tree.set("fingerprints", JSON.valueToTree(went.evidence().fingerprints()));
    Model model = went.model(tree);

    Encoding own = Encoding.fit(other, List.of("income", "city"));
    assertThat(own).isNotEqualTo(model.encoding());
    assertThat(TrainingRows.of(model, other, Part.TRAINING).length).isBetween(215, 235);
  }

  private static double[] shifted() {
    return java.util.Arrays.stream(TABLE.numeric("income").values()).map(v -> v + 3).toArray();
  }
}
