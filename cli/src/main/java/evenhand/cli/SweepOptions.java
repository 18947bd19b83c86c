package evenhand.cli;

import evenhand.data.DataException;
import evenhand.frontier.Axes;
import evenhand.frontier.Merit;
import evenhand.frontier.Point;
import evenhand.frontier.Tolerance;
import evenhand.parity.Kind;
import evenhand.train.Method;
import evenhand.train.Sweep;
import evenhand.train.TrainingData;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a sweep fits, what it trades, and what is chosen. */
final class SweepOptions {

  private static final List<Double> USUAL_GAPS = List.of(0.005, 0.01, 0.02, 0.03, 0.05, 0.08, 0.12);
  private static final List<Double> USUAL_RATIOS = List.of(0.99, 0.95, 0.9, 0.8, 0.7, 0.6, 0.5);

  @Option(
      names = "--method",
      split = ",",
      required = true,
      paramLabel = "METHOD",
      description =
          "plain, reduction, grid, threshold, reweight, label-bias, moew, or a network's. Repeatable.")
  private List<String> methods = new ArrayList<>();

  @Option(
      names = "--method-option",
      paramLabel = "METHOD.KEY=VALUE",
      description = "An option of a method, such as grid.points=51. Repeatable.")
  private Map<String, String> methodOptions = new LinkedHashMap<>();

  @Option(
      names = "--strengths",
      split = ",",
      paramLabel = "S",
      description = {
        "What each method varies: for reduction and threshold the tolerance of the requirement",
        "(default: 0.005 to 0.12, of ratios 0.99 to 0.5)."
      })
  private List<Double> strengths = new ArrayList<>();

  @Option(
      names = "--seeds",
      paramLabel = "N",
      defaultValue = "1",
      description = "Fit each with seeds 1 to N (default: ${DEFAULT-VALUE}).")
  private int seeds;

  @Option(
      names = "--parity",
      paramLabel = "PARITY",
      defaultValue = "demographic_parity",
      description = {
        "The gap, such as equalized_odds:to_overall or demographic_parity:ratio@sex;",
        "of several groups the worst (default: ${DEFAULT-VALUE})."
      })
  private String parity = "demographic_parity";

  @Option(
      names = "--metric",
      paramLabel = "METRIC",
      defaultValue = "accuracy",
      description = "What the gap is traded against (default: ${DEFAULT-VALUE}).")
  private String metric = "accuracy";

  @Option(
      names = "--tolerance",
      paramLabel = "PARITY<=T",
      description = {
        "Choose the best metric within this gap, or with METRIC:given_up<=T the smallest gap;",
        "on validation rows."
      })
  private @Nullable String tolerance;

  @Option(
      names = "--reference",
      split = ",",
      arity = "1",
      paramLabel = "METRIC,GAP",
      description = "Against what the hypervolume is measured (default: the worst there can be).")
  private @Nullable List<Double> reference;

  @Mixin private final ParallelOption parallel = new ParallelOption();

  Axes axes(TrainingData data) {
    boolean named = parity.contains("@");
    List<String> columns = data.groups().stream().map(group -> group.column()).toList();
    return Axes.of(Merit.named(metric), parity, named ? data.attributes() : columns);
  }

  Sweep.Plan plan(Axes axes) {
    List<Method> named = methods.stream().map(this::method).toList();
    for (String option : methodOptions.keySet()) {
      if (methods.stream().noneMatch(method -> option.startsWith(method + "."))) {
        throw new DataException(
            "the method option %s belongs to no method given; write it like grid.points=51"
                .formatted(option));
      }
    }
    List<Double> usual = axes.kind() == Kind.RATIO ? USUAL_RATIOS : USUAL_GAPS;
    return new Sweep.Plan(named, strengths.isEmpty() ? usual : strengths, seeds);
  }

  private Method method(String name) {
    Map<String, String> own = new LinkedHashMap<>();
    methodOptions.forEach(
        (option, value) -> {
          if (option.startsWith(name + ".")) {
            own.put(option.substring(name.length() + 1), value);
          }
        });
    return Toolkit.method(name, own);
  }

  Optional<Tolerance> tolerance(Axes axes) {
    return Optional.ofNullable(tolerance).map(text -> Tolerance.parse(text, axes));
  }

  Optional<Point> reference(Axes axes) {
    if (reference == null) {
      return axes.worstCorner();
    }
    if (reference.size() != 2 || !reference.stream().allMatch(Double::isFinite)) {
      throw new DataException(
          "the reference must be a metric and a gap, such as 0.7,0.2, was " + reference);
    }
    return Optional.of(axes.point(reference.get(0), reference.get(1)));
  }

  OptionalInt parallel() {
    return parallel.parallel();
  }
}
