package evenhand.benchmarks;

import evenhand.report.CurvesPlot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Means over the seeds of what {@link FfbProtocol} fitted, and what they say; in percent. */
record FfbFrontier(Map<String, List<Setting>> methods) {

  static final String PLAIN = "plain, published settings";
  static final String PLAIN_OURS = "plain, the trainers' settings";
  static final String REDUCTION = "reduction, logistic";

  /** Largest gaps that settings are chosen for. */
  private static final double[] TARGETS = {1.5, 2.5, 3.4, 5, 8, 12};

  /** What rejecting everyone gets right. */
  private static final double REJECTING = 75.22;

  /** Of one fit. */
  record Place(double accuracy, double gap) {}

  /** One setting with one seed. */
  record Fit(String method, String strength, long seed, Place validation, Place test) {}

  /** One setting with all seeds, in their order. */
  record Setting(String method, String strength, List<Fit> fits) {

    Mean of(ToDoubleFunction<Fit> value) {
      return Mean.of(fits.stream().mapToDouble(value).toArray());
    }
  }

  /** With its standard error. */
  record Mean(double value, double error) {

    static Mean of(double... values) {
      double mean = Arrays.stream(values).average().orElseThrow();
      double squares = 0;
      for (double value : values) {
        squares += (value - mean) * (value - mean);
      }
      int n = values.length;
      return new Mean(mean, n < 2 ? 0 : Math.sqrt(squares / (n - 1) / n));
    }

    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%.2f ± %.2f", value, error);
    }
  }

  static FfbFrontier of(List<Fit> fits) {
    List<Fit> sorted = new ArrayList<>(fits);
    sorted.sort(Comparator.comparingLong(Fit::seed));
    Map<String, Map<String, List<Fit>>> byMethod =
        sorted.stream()
            .collect(
                Collectors.groupingBy(
                    Fit::method,
                    TreeMap::new,
                    Collectors.groupingBy(Fit::strength, LinkedHashMap::new, Collectors.toList())));
    Map<String, List<Setting>> methods = new LinkedHashMap<>();
    byMethod.forEach(
        (method, settings) ->
            methods.put(
                method,
                settings.entrySet().stream()
                    .map(each -> new Setting(method, each.getKey(), each.getValue()))
                    .sorted(
                        Comparator.comparingDouble(each -> each.of(FfbFrontier::testGap).value()))
                    .toList()));
    return new FfbFrontier(methods);
  }

  private static double testGap(Fit fit) {
    return fit.test().gap();
  }

  private static double testAccuracy(Fit fit) {
    return fit.test().accuracy();
  }

  String csv() {
    StringBuilder csv =
        new StringBuilder(
            "method,strength,seed,validation_accuracy,validation_gap,test_accuracy,test_gap\n");
    methods.values().stream()
        .flatMap(List::stream)
        .flatMap(setting -> setting.fits().stream())
        .forEach(
            fit ->
                csv.append(
                    String.format(
                        Locale.ROOT,
                        "\"%s\",%s,%d,%.4f,%.4f,%.4f,%.4f%n",
                        fit.method(),
                        fit.strength(),
                        fit.seed(),
                        fit.validation().accuracy(),
                        fit.validation().gap(),
                        fit.test().accuracy(),
                        fit.test().gap())));
    return csv.toString();
  }

  /** What {@link #csv} wrote. */
  static List<Fit> read(Path csv) throws IOException {
    return Files.readAllLines(csv).stream().skip(1).map(FfbFrontier::fit).toList();
  }

  private static Fit fit(String line) {
    int end = line.indexOf('"', 1);
    String[] rest = line.substring(end + 2).split(",", -1);
    double[] values = Arrays.stream(rest).skip(2).mapToDouble(Double::parseDouble).toArray();
    return new Fit(
        line.substring(1, end),
        rest[0],
        Long.parseLong(rest[1]),
        new Place(values[0], values[1]),
        new Place(values[2], values[3]));
  }

  /** The frontier: of each method the settings chosen on validation rows for each largest gap. */
  String markdown() {
    StringBuilder text = new StringBuilder();
    for (String plain : methods.keySet().stream().filter(m -> m.startsWith("plain")).toList()) {
      Setting only = methods.getOrDefault(plain, List.of()).get(0);
      text.append(
          "%s: accuracy %s, gap %s%n"
              .formatted(plain, only.of(FfbFrontier::testAccuracy), only.of(FfbFrontier::testGap)));
    }
    text.append(
        "\n| gap on validation rows at most | method | strength | accuracy | gap | less reduction | less flips | less rejections |\n| --- | --- | --- | --- | --- | --- | --- | --- |\n");
    for (double target : TARGETS) {
      methods.forEach(
          (method, settings) -> {
            if (!method.startsWith("plain")) {
              chosen(settings, target).ifPresent(setting -> row(target, setting, text));
            }
          });
    }
    return text.toString();
  }

  private static List<Setting> undominated(List<Setting> settings) {
    return settings.stream()
        .filter(
            one ->
                settings.stream()
                    .noneMatch(
                        other ->
                            validationGap(other) < validationGap(one)
                                && validationAccuracy(other) > validationAccuracy(one)))
        .toList();
  }

  private static double validationGap(Setting setting) {
    return setting.of(fit -> fit.validation().gap()).value();
  }

  private static double validationAccuracy(Setting setting) {
    return setting.of(fit -> fit.validation().accuracy()).value();
  }

  private static Optional<Setting> chosen(List<Setting> settings, double target) {
    return settings.stream()
        .filter(setting -> validationGap(setting) <= target)
        .max(Comparator.comparingDouble(FfbFrontier::validationAccuracy));
  }

  private void row(double target, Setting setting, StringBuilder text) {
    text.append(
        "| %s | %s | %s | %s | %s | %s | %s | %s |%n"
            .formatted(
                target,
                setting.method(),
                setting.strength(),
                setting.of(FfbFrontier::testAccuracy),
                setting.of(FfbFrontier::testGap),
                setting.method().equals(REDUCTION) ? "" : lead(setting, this::reductionAt),
                lead(setting, fit -> flipped(fit, 50)),
                lead(setting, fit -> flipped(fit, REJECTING))));
  }

  /** How much more is right than by another method at the same gap of the same test rows. */
  private static String lead(Setting setting, Function<Fit, OptionalDouble> other) {
    double[] leads =
        setting.fits().stream()
            .filter(fit -> other.apply(fit).isPresent())
            .mapToDouble(fit -> fit.test().accuracy() - other.apply(fit).orElseThrow())
            .toArray();
    return leads.length < setting.fits().size() ? "outside" : Mean.of(leads).toString();
  }

  /** Accuracy of the reductions with the same seed at the gap of a fit, between two of them. */
  private OptionalDouble reductionAt(Fit fit) {
    List<Place> places =
        methods.getOrDefault(REDUCTION, List.of()).stream()
            .flatMap(setting -> setting.fits().stream())
            .filter(each -> each.seed() == fit.seed())
            .map(Fit::test)
            .sorted(Comparator.comparingDouble(Place::gap))
            .toList();
    for (int p = 1; p < places.size(); p++) {
      Place low = places.get(p - 1);
      Place high = places.get(p);
      if (low.gap() <= fit.test().gap() && fit.test().gap() <= high.gap()) {
        double share =
            high.gap() == low.gap() ? 0 : (fit.test().gap() - low.gap()) / (high.gap() - low.gap());
        return OptionalDouble.of(low.accuracy() + share * (high.accuracy() - low.accuracy()));
      }
    }
    return OptionalDouble.empty();
  }

  /**
   * Accuracy of the plain network at the gap of a fit, when so many of its decisions are replaced
   * by chance.
   *
   * @param otherwise accuracy of what replaces them
   */
  private OptionalDouble flipped(Fit fit, double otherwise) {
    return methods.getOrDefault(PLAIN, List.of()).stream()
        .flatMap(setting -> setting.fits().stream())
        .filter(each -> each.seed() == fit.seed())
        .mapToDouble(
            plain -> {
              double share = Math.min(1, fit.test().gap() / plain.test().gap());
              return otherwise + share * (plain.test().accuracy() - otherwise);
            })
        .findFirst();
  }

  /**
   * Of every method the settings that none of its others beats in both on validation rows; of the
   * Lagrangian as it is by default.
   */
  List<CurvesPlot.Curve> curves() {
    List<CurvesPlot.Curve> curves = new ArrayList<>();
    Map<String, List<Setting>> shown = new LinkedHashMap<>(methods);
    shown.remove(PLAIN_OURS);
    shown.keySet().removeIf(method -> method.startsWith("lagrangian, "));
    shown.replaceAll((method, settings) -> undominated(settings));
    shown.forEach(
        (method, settings) ->
            curves.add(
                new CurvesPlot.Curve(
                    method,
                    settings.stream().map(each -> each.of(FfbFrontier::testGap).value()).toList(),
                    settings.stream()
                        .map(each -> each.of(FfbFrontier::testAccuracy).value())
                        .toList(),
                    settings.stream()
                        .map(each -> each.of(FfbFrontier::testAccuracy).error())
                        .toList())));
    return curves;
  }
}
