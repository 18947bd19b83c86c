package evenhand.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import evenhand.data.DataException;
import evenhand.learner.ConstantScorer;
import evenhand.learner.Scorer;
import java.util.Optional;

/** Constant scorers: {@code {"schema","probability"}}. */
public final class ConstantFormat implements ScorerFormat {

  private static final String SCHEMA = "evenhand.constant/1";

  @Override
  public String id() {
    return "constant.json";
  }

  @Override
  public Optional<byte[]> write(Scorer scorer) {
    if (!(scorer instanceof ConstantScorer constant)) {
      return Optional.empty();
    }
    ObjectNode root = ScorerJson.start(SCHEMA);
    root.put("probability", constant.probability());
    return Optional.of(ScorerJson.bytes(root));
  }

  @Override
  public Scorer read(byte[] bytes, int columns) {
    ScorerJson json = new ScorerJson(id());
    double probability =
        json.number(json.read(bytes, SCHEMA, 0).path("probability"), "the probability");
    if (!(0 <= probability && probability <= 1)) {
      throw new DataException(
          "the part %s: the probability must be in [0, 1], was %s".formatted(id(), probability));
    }
    return new ConstantScorer(probability);
  }
}
