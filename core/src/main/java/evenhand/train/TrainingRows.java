package evenhand.train;

import com.fasterxml.jackson.databind.JsonNode;
import evenhand.data.DataException;
import evenhand.data.GroupColumn;
import evenhand.data.Table;
import evenhand.model.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds again which rows of a table a model was trained on and which were held out. */
public final class TrainingRows {

  private TrainingRows() {}

  /**
   * @param part training or validation
   * @return row numbers from 0, in increasing order
   * @throws DataException when the table is not the one the model was trained on, by its
   *     fingerprint
   */
  public static int[] of(Model model, Table table, Part part) {
    JsonNode said = model.evidence().path("configuration");
    List<String> weight = words(said, "weight");
    TrainingData data =
        new TrainingData(
            table,
            Optional.empty(),
            model.outcome(),
            words(said, "group").stream().map(GroupColumn::parse).toList(),
            word(said, "intersect").equals("true")
                ? TrainingData.Intersection.OF_ALL
                : TrainingData.Intersection.NONE,
            words(said, "features"),
            weight.stream().findFirst(),
            WeightMeaning.valueOf(word(said, "weight-meaning").toUpperCase(Locale.ROOT)));
    TrainingOptions usual = TrainingOptions.defaults();
    TrainingOptions options =
        new TrainingOptions(
            Double.parseDouble(word(said, "validation")),
            usual.decisions(),
            usual.replicates(),
            usual.minRows(),
            Long.parseLong(word(said, "seed")));
    Prepared prepared = Prepared.of(data, options, Optional.of(model.encoding()));
    String trained = model.evidence().path("fingerprints").path(Part.TRAINING.id()).asText();
    if (!trained.equals(prepared.fingerprints().get(Part.TRAINING.id()))) {
      throw new DataException(
          "%s is not the table the model was trained on, so its %s rows can't be told"
              .formatted(table.origin(), part.id()));
    }
    return part == Part.TRAINING ? prepared.split().training() : prepared.split().heldOut();
  }

  private static String word(JsonNode said, String name) {
    List<String> words = words(said, name);
    if (words.size() != 1) {
      throw new DataException("the model's evidence does not say its " + name);
    }
    return words.get(0);
  }

  private static List<String> words(JsonNode said, String name) {
    List<String> words = new ArrayList<>();
    said.path(name).forEach(value -> words.add(value.asText()));
    return words;
  }
}
