package evenhand.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import evenhand.data.DataException;
import evenhand.data.Encoding;
import evenhand.data.Outcome;
import evenhand.data.WholeFile;
import evenhand.learner.Classifier;
import evenhand.learner.KeyedDraw;
import evenhand.learner.Scorer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps a {@link Model} in one file: a zip whose {@code manifest.json} lists every other part with
 * its size and SHA-256. The same model gives the same bytes. A file from a stranger takes a few
 * times its length in memory, at most some hundred MB more for its JSON, and runs nothing.
 *
 * @param formats how the scorers are kept; a file that needs another is refused
 */
public record ModelFile(List<ScorerFormat> formats) {

  private static final String SCHEMA = "evenhand.model/1";

  /** Of models with stages, which a program that does not know of them would leave out. */
  private static final String STAGED_SCHEMA = "evenhand.model/2";

  private static final int MOST_STAGES = 16;
  private static final int MOST_MEMBERS = 10_000;
  private static final ObjectMapper JSON = new ObjectMapper();

  public ModelFile {
    formats = List.copyOf(formats);
  }

  /** Writes the model into a file that was opened before the work began; does not commit it. */
  public void write(Model model, WholeFile file) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    ObjectNode manifest = JSON.createObjectNode();
    manifest.put("schema", model.stages().isEmpty() ? SCHEMA : STAGED_SCHEMA);
    ObjectNode outcome = manifest.putObject("outcome");
    outcome.put("column", model.outcome().column());
    outcome.put("positive", model.outcome().positive());
    outcome.put("negative", model.outcome().negative());
    manifest.put("group_columns_needed", !model.groupColumns().isEmpty());
    manifest.put("draw_key", Long.toUnsignedString(model.draw().key(), 16));
    members(model.classifier(), manifest.putArray("members"), parts);
    stages(model, manifest, parts);
    parts.put("encoding.json", bytes(model.encoding().toJson()));
    parts.put("evidence.json", bytes(model.evidence()));
    try {
      OutputStream out = file.stream();
      ModelZip.write(out, manifest, parts);
    } catch (IOException e) {
      throw new DataException("can't write the model: " + e.getMessage(), e);
    }
  }

  private static void stages(Model model, ObjectNode manifest, Map<String, byte[]> parts) {
    if (model.stages().isEmpty()) {
      return;
    }
    ArrayNode columns = manifest.putArray("group_columns");
    model.groupColumns().forEach(column -> columns.add(column.toString()));
    ArrayNode stages = manifest.putArray("stages");
    for (Stage stage : model.stages()) {
      stages.add(stage.id());
      parts.put(stage.id() + ".json", bytes(stage.toJson()));
    }
  }

  private static List<Stage> stages(ModelZip zip) {
    JsonNode list = zip.manifest().path("stages");
    if (list.size() > MOST_STAGES) {
      throw new DataException("it has more than %d stages".formatted(MOST_STAGES));
    }
    List<Stage> stages = new ArrayList<>();
    for (JsonNode id : list) {
      stages.add(Stage.read(id.asText(), tree(zip.part(id.asText() + ".json"))));
    }
    return stages;
  }

  private void members(Classifier classifier, ArrayNode list, Map<String, byte[]> parts) {
    if (classifier.members().size() > MOST_MEMBERS) {
      throw new DataException(
          "a mixture of %d classifiers can't be kept in a model file, which holds at most %d"
              .formatted(classifier.members().size(), MOST_MEMBERS));
    }
    IdentityHashMap<Scorer, String> names = new IdentityHashMap<>();
    for (Classifier.Member member : classifier.members()) {
      String name = names.get(member.scorer());
      if (name == null) {
        name = "scorer-" + names.size() + "." + addScorer(member.scorer(), names.size(), parts);
        names.put(member.scorer(), name);
      }
      ObjectNode entry = list.addObject();
      entry.put("scorer", name);
      entry.put("threshold", member.threshold());
      entry.put("probability", member.probability());
    }
  }

  private String addScorer(Scorer scorer, int number, Map<String, byte[]> parts) {
    for (ScorerFormat format : formats) {
      Optional<byte[]> bytes = format.write(scorer);
      if (bytes.isPresent()) {
        parts.put("scorer-" + number + "." + format.id(), bytes.get());
        return format.id();
      }
    }
    throw new DataException(
        "a %s can't be kept in a model file".formatted(scorer.getClass().getSimpleName()));
  }

  /**
   * Reads a model back.
   *
   * @throws DataException when the file is no model, truncated, tampered with, or needs a format
   *     that is not among {@link #formats}
   */
  public Model read(Path path) {
    ModelZip zip = ModelZip.read(path);
    try {
      return model(zip);
    } catch (DataException e) {
      throw new DataException("%s is not a readable model: %s".formatted(path, e.getMessage()), e);
    } catch (IllegalArgumentException e) {
      throw new DataException(
          "%s is not a readable model: a value is out of its range (%s)"
              .formatted(path, e.getMessage()),
          e);
    }
  }

  private Model model(ModelZip zip) {
    JsonNode manifest = zip.manifest();
    String schema = manifest.path("schema").asText("missing");
    if (!schema.equals(SCHEMA) && !schema.equals(STAGED_SCHEMA)) {
      throw new DataException(
          "its schema is %s, this version reads %s and %s"
              .formatted(schema, SCHEMA, STAGED_SCHEMA));
    }
    Encoding encoding = Encoding.fromJson(tree(zip.part("encoding.json")));
    Map<String, Scorer> scorers = new LinkedHashMap<>();
    List<Classifier.Member> members = new ArrayList<>();
    if (manifest.path("members").size() > MOST_MEMBERS) {
      throw new DataException("it has more than %d members".formatted(MOST_MEMBERS));
    }
    for (JsonNode entry : manifest.path("members")) {
      String name = entry.path("scorer").asText();
      Scorer scorer = scorers.get(name);
      if (scorer == null) {
        scorer = format(name).read(zip.part(name), encoding.width());
        scorers.put(name, scorer);
      }
      members.add(
          new Classifier.Member(scorer, number(entry, "threshold"), number(entry, "probability")));
    }
    JsonNode outcome = manifest.path("outcome");
    return new Model(
        new Outcome(text(outcome, "column"), text(outcome, "positive"), text(outcome, "negative")),
        encoding,
        new Classifier(members),
        new KeyedDraw(key(text(manifest, "draw_key"))),
        tree(zip.part("evidence.json")),
        stages(zip));
  }

  private static long key(String hex) {
    return Long.parseUnsignedLong(hex, 16);
  }

  private ScorerFormat format(String partName) {
    return formats.stream()
        .filter(
            format ->
                partName.matches(
                    "scorer-[0-9]{1,6}\\." + java.util.regex.Pattern.quote(format.id())))
        .findFirst()
        .orElseThrow(() -> new DataException("it holds a scorer of an unknown kind: " + partName));
  }

  private static double number(JsonNode node, String field) {
    JsonNode value = node.path(field);
    if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
      throw new DataException("its manifest lacks the number " + field);
    }
    return value.doubleValue();
  }

  private static String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    if (!value.isTextual()) {
      throw new DataException("its manifest lacks the text " + field);
    }
    return value.textValue();
  }

  private static JsonNode tree(byte[] bytes) {
    return BoundedJson.read(bytes, "one of its parts");
  }

  private static byte[] bytes(JsonNode node) {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
