package evenhand.cli;

import evenhand.data.DataException;
import evenhand.train.Method;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How to train. */
final class MethodOption {

  @Option(
      names = "--method",
      paramLabel = "METHOD",
      defaultValue = "reduction",
      description = {
        "plain, reduction (exponentiated gradient), grid, threshold (by group, on a plain score),",
        "reweight (fixed weights), label-bias, moew (searched weights);",
        "of --learner mlp also regularized, lagrangian, adversarial, group-dro; and, weighing rows by",
        "trusted ones, forml, nash, learning-to-reweight, meta-weight-net (default: ${DEFAULT-VALUE})."
      })
  private String method = "reduction";

  @Option(
      names = "--method-option",
      paramLabel = "KEY=VALUE",
      description = "An option of the method. Repeatable.")
  private Map<String, String> methodOptions = new LinkedHashMap<>();

  @Option(
      names = "--strength",
      paramLabel = "S",
      description = "Short for --method-option strength=S.")
  private @Nullable String strength;

  /**
   * @throws DataException for a method that does not train in passes
   */
  void requirePasses() {
    if (!Toolkit.methodsInPasses().contains(method)) {
      throw new DataException(
          "there is nothing to --log of %s: only %s train in passes that tell of themselves"
              .formatted(method, String.join(", ", Toolkit.methodsInPasses())));
    }
  }

  /** What a person may try who did not get what was required. */
  String afterFailure() {
    return switch (method) {
      case "plain", "reweight", "label-bias", "group-dro" ->
          "take a --method that pursues a bound, such as reduction or threshold";
      case "regularized", "adversarial" ->
          "raise --strength, give more passes with --learner-option epochs=N, or take another --method, such as lagrangian";
      case "lagrangian" ->
          "give more passes with --learner-option epochs=N, loosen the requirement, or take another --method";
      default -> "loosen the requirement, or take another --method or --learner";
    };
  }

  /**
   * @param trusted rows that some methods ask
   */
  Method method(TrustedOption trusted) {
    Map<String, String> all = trusted.with(method, methodOptions);
    if (strength != null && all.put("strength", strength) != null) {
      throw new DataException("the strength is given twice, by --strength and --method-option");
    }
    return Toolkit.method(method, all);
  }
}
