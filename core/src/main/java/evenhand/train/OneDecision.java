package evenhand.train;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Tells a model that meets a requirement by hardly telling people apart any more. */
final class OneDecision {

  private static final double KEPT = 0.1;

  private OneDecision() {}

  /**
   * A sentence where the plain model is more accurate than one decision for everyone and the model
   * keeps less than a tenth of that, measured on the last of the parts.
   *
   * @param parts none where there are no groups
   */
  static Optional<String> warning(List<PartEvidence> parts) {
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    PartEvidence part = parts.get(parts.size() - 1);
    OptionalDouble model = part.decisions().overall("accuracy");
    OptionalDouble plain = part.plain().overall("accuracy");
    OptionalDouble accepted = part.decisions().overall("selection_rate");
    OptionalDouble positive = part.decisions().overall("base_rate");
    if (model.isEmpty() || plain.isEmpty() || accepted.isEmpty() || positive.isEmpty()) {
      return Optional.empty();
    }
    double constant = Math.max(positive.getAsDouble(), 1 - positive.getAsDouble());
    double gained = plain.getAsDouble() - constant;
    if (gained <= 0 || model.getAsDouble() - constant >= KEPT * gained) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "on %s rows the model accepts %.1f %% and is hardly more accurate (%.4f) than one decision for everyone (%.4f), the plain model is (%.4f): a gap is small too where hardly anyone is told apart",
            part.part().id(),
            100 * accepted.getAsDouble(),
            model.getAsDouble(),
            constant,
            plain.getAsDouble()));
  }
}
