package evenhand.cli;

import evenhand.train.Method;
import evenhand.train.Methods;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** How to train. */
final class MethodOption {

  @Option(
      names = "--method",
      paramLabel = "METHOD",
      defaultValue = "reduction",
      description =
          "plain, reduction (exponentiated gradient) or grid (default: ${DEFAULT-VALUE}).")
  private String method = "reduction";

  @Option(
      names = "--method-option",
      paramLabel = "KEY=VALUE",
      description = "An option of the method. Repeatable.")
  private Map<String, String> methodOptions = new LinkedHashMap<>();

  Method method() {
    return Methods.named(method, methodOptions);
  }
}
