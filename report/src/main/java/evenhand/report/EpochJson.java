package evenhand.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import evenhand.train.Epoch;
import java.util.Map;

/** One pass of a training, on one line: {@code evenhand.epoch/1}. */
public final class EpochJson {

  private EpochJson() {}

  /** With a line end. */
  public static String line(Epoch epoch) {
    ObjectNode tree = Json.object();
    tree.put("schema", "evenhand.epoch/1");
    tree.put("epoch", epoch.number());
    tree.set("loss", Json.number(epoch.loss()));
    epoch
        .added()
        .ifPresent(
            added -> {
              tree.set("fairness", Json.number(added.fairness()));
              tree.set("loss_gradient", Json.number(added.lossGradient()));
              tree.set("fairness_gradient", Json.number(added.fairnessGradient()));
            });
    tree.set("multipliers", numbers(epoch.multipliers()));
    tree.set("steps", numbers(epoch.steps()));
    tree.set("validation_gaps", numbers(epoch.gaps()));
    return Json.line(tree) + "\n";
  }

  private static ObjectNode numbers(Map<String, Double> values) {
    ObjectNode tree = Json.object();
    values.forEach((name, value) -> tree.set(name, Json.number(value)));
    return tree;
  }
}
