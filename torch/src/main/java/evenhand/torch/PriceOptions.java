package evenhand.torch;

import evenhand.loss.BoundedGroupLoss;
import evenhand.loss.Credibility;
import evenhand.loss.Dependence;
import evenhand.loss.GroupSquaredError;
import evenhand.loss.MeanDiscrepancy;
import evenhand.loss.NeuralInformation;
import evenhand.loss.Penalty;
import evenhand.loss.Smoothing;
import evenhand.loss.WassersteinDistance;
import evenhand.train.MethodOptions;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a price is put on, as a person chose it.
 *
 * @param term what has a price
 * @param subgroups how groups with few rows count in it
 * @param configuration every option of the two that has an effect
 */
record PriceOptions(FairnessTerm term, Subgroups subgroups, Map<String, String> configuration) {

  PriceOptions {
    configuration = Collections.unmodifiableMap(new LinkedHashMap<>(configuration));
  }

  private enum Kind {
    RATES,
    MUTUAL_INFORMATION,
    BOUNDED_GROUP_LOSS,
    SQUARED_ERROR,
    COVARIANCE,
    CORRELATION,
    HSIC,
    MMD,
    WASSERSTEIN,
    MINE
  }

  private enum Few {
    EVEN,
    HIERARCHICAL,
    ADAPTIVE,
    SHRUNK
  }

  static PriceOptions read(MethodOptions given) {
    Map<String, String> said = new LinkedHashMap<>();
    Kind kind = given.choice("loss", Kind.RATES, Kind.values());
    said.put("loss", MethodOptions.word(kind));
    FairnessTerm term = term(kind, given, said);
    boolean poolable = term instanceof FairnessTerm.Rates || term instanceof FairnessTerm.GroupLoss;
    Few few =
        given.choice(
            "subgroups",
            Few.EVEN,
            poolable ? Few.values() : new Few[] {Few.EVEN, Few.HIERARCHICAL});
    said.put("subgroups", MethodOptions.word(few));
    return new PriceOptions(term, subgroups(few, given, said), said);
  }

  private static FairnessTerm term(Kind kind, MethodOptions given, Map<String, String> said) {
    String name = MethodOptions.word(kind);
    return switch (kind) {
      case RATES -> rates(given.choice("penalty", Penalty.WORST, Penalty.values()), given, said);
      case MUTUAL_INFORMATION -> rates(Penalty.KL, given, said);
      case BOUNDED_GROUP_LOSS -> new FairnessTerm.GroupLoss(how(given, said));
      case SQUARED_ERROR -> {
        BoundedGroupLoss.How how = how(given, said);
        yield new FairnessTerm.Errors(attribute -> new GroupSquaredError(how, attribute));
      }
      case COVARIANCE -> dependence(name, Dependence.Measure.COVARIANCE);
      case CORRELATION -> dependence(name, Dependence.Measure.CORRELATION);
      case HSIC -> dependence(name, Dependence.Measure.HSIC);
      case MMD -> discrepancy(name, given, said);
      case WASSERSTEIN -> new FairnessTerm.Scores(name, WassersteinDistance::new);
      case MINE -> information(given, said);
    };
  }

  private static FairnessTerm rates(
      Penalty penalty, MethodOptions given, Map<String, String> said) {
    Smoothing smoothing = TorchMethods.smoothing(given);
    double memory = given.number("memory", 0, 0, 0.999);
    said.put("penalty", MethodOptions.word(penalty));
    TorchMethods.put(smoothing, said);
    said.put("memory", Double.toString(memory));
    return new FairnessTerm.Rates(penalty, smoothing, memory);
  }

  private static BoundedGroupLoss.How how(MethodOptions given, Map<String, String> said) {
    BoundedGroupLoss.How how =
        given.choice("compare", BoundedGroupLoss.How.RANGE, BoundedGroupLoss.How.values());
    said.put("compare", MethodOptions.word(how));
    return how;
  }

  private static FairnessTerm dependence(String name, Dependence.Measure measure) {
    return new FairnessTerm.Scores(name, attribute -> new Dependence(measure, attribute));
  }

  private static FairnessTerm discrepancy(
      String name, MethodOptions given, Map<String, String> said) {
    MeanDiscrepancy usual = MeanDiscrepancy.ofScores("");
    double widest = given.number("widest", usual.widest(), 1e-4, 1e4);
    int widths = given.count("widths", usual.widths(), 1, 20);
    said.put("widest", Double.toString(widest));
    said.put("widths", Integer.toString(widths));
    return new FairnessTerm.Scores(
        name, attribute -> new MeanDiscrepancy(widest, widths, attribute));
  }

  private static FairnessTerm information(MethodOptions given, Map<String, String> said) {
    NeuralInformation.Options usual = NeuralInformation.Options.defaults();
    NeuralInformation.Options read =
        new NeuralInformation.Options(
            given.count("mine-hidden", usual.hidden(), 1, 1024),
            given.count("mine-steps", usual.steps(), 1, 1000),
            given.number("mine-rate", usual.rate(), 1e-9, 10),
            given.number("mine-average", usual.keep(), 0, 0.9999));
    said.put("mine-hidden", Integer.toString(read.hidden()));
    said.put("mine-steps", Integer.toString(read.steps()));
    said.put("mine-rate", Double.toString(read.rate()));
    said.put("mine-average", Double.toString(read.keep()));
    return new FairnessTerm.Information(read);
  }

  private static Subgroups subgroups(Few few, MethodOptions given, Map<String, String> said) {
    return switch (few) {
      case EVEN -> new Subgroups.Pooled(new Credibility.Full());
      case HIERARCHICAL -> {
        int minRows = given.count("min-rows", 100, 0, Integer.MAX_VALUE);
        double from = given.number("cells-from", 0.25, 0, 0.99);
        said.put("min-rows", Integer.toString(minRows));
        said.put("cells-from", Double.toString(from));
        yield new Subgroups.Hierarchical(minRows, from);
      }
      case ADAPTIVE -> {
        Credibility.Adaptive by =
            given.choice(
                "adaptive-by", Credibility.Adaptive.STANDARD_ERROR, Credibility.Adaptive.values());
        said.put("adaptive-by", MethodOptions.word(by));
        yield new Subgroups.Pooled(by);
      }
      case SHRUNK -> {
        double prior = given.number("prior-rows", 50, 0, 1e9);
        said.put("prior-rows", Double.toString(prior));
        yield new Subgroups.Pooled(new Credibility.Shrunk(prior));
      }
    };
  }
}
