package evenhand.threshold;

import java.util.ArrayList;
import java.util.List;

/**
 * For each set of cells that share thresholds, the ones used and how often.
 *
 * @param shares accepted on average, by slot
 * @param parts in the order of the choices
 */
@SuppressWarnings("ArrayRecordComponent")
record Mixtures(double[] shares, List<List<Part>> parts) {

  /** One threshold with its probability. */
  record Part(Choices.Choice choice, double probability) {}

  static Mixtures of(List<List<Part>> parts, int slots) {
    double[] shares = new double[slots];
    for (List<Part> mixture : parts) {
      for (Part part : mixture) {
        for (int slot = 0; slot < slots; slot++) {
          shares[slot] += part.probability() * part.choice().shares()[slot];
        }
      }
    }
    for (int slot = 0; slot < slots; slot++) {
      shares[slot] = Math.min(1, Math.max(0, shares[slot]));
    }
    return new Mixtures(shares, parts);
  }

  /** Without chance. */
  static Mixtures of(List<Choices.Choice> choices) {
    List<List<Part>> parts = new ArrayList<>();
    choices.forEach(choice -> parts.add(List.of(new Part(choice, 1))));
    return of(parts, choices.get(0).shares().length);
  }

  /** The acceptance of one set of cells. */
  Acceptance acceptance(int set, RocCurve curve) {
    double always = 0;
    List<Acceptance.Step> steps = new ArrayList<>();
    for (Part part : parts.get(set)) {
      int point = part.choice().point();
      if (point == curve.last()) {
        always += part.probability();
      } else if (point > 0) {
        steps.add(new Acceptance.Step(curve.threshold(point), Math.min(1, part.probability())));
      }
    }
    return Acceptance.mixture(always, steps);
  }
}
