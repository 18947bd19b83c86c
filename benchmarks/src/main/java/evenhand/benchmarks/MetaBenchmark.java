package evenhand.benchmarks;

import evenhand.data.Groups;
import evenhand.data.Matrix;
import evenhand.data.Sample;
import evenhand.gradient.NashBargaining;
import evenhand.loss.BoundedGroupLoss.How;
import evenhand.torch.Mlp;
import evenhand.torch.MlpLearner;
import evenhand.torch.Stepping;
import evenhand.torch.meta.Dealing;
import evenhand.torch.meta.Examples;
import evenhand.torch.meta.Forml;
import evenhand.torch.meta.Goal;
import evenhand.torch.meta.LookAheadWeights;
import evenhand.torch.meta.MetaOptions;
import evenhand.torch.meta.MetaTraining;
import evenhand.torch.meta.MetaWeightNet;
import evenhand.torch.meta.NashBargain;
import evenhand.torch.meta.Normalization;
import evenhand.torch.meta.RowWeighing;
import evenhand.torch.meta.StaticWeights;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Times training on Adult under weights that trusted rows choose against training under uniform
 * weights in the same run, in turns, and prints Markdown: milliseconds of a step, and the ratio.
 */
public final class MetaBenchmark {

  private static final int BATCH = 512;
  private static final int ROUNDS = 9;
  private static final int STEPS = 40;

  private MetaBenchmark() {}

  /** Takes no arguments. */
  public static void main(String[] arguments) {
    AdultRows adult = AdultRows.read();
    Sample all = adult.sample(adult.encoding(List.of("fnlwgt")), adult.training());
    Groups sex = all.groups("sex");
    Groups race = all.groups("race");
    int[] rows = IntStream.range(0, STEPS * BATCH).toArray();
    Map<String, Runnable> cases = new LinkedHashMap<>();
    MlpLearner learner =
        MlpLearner.of(Map.of("epochs", "1", "batch", Integer.toString(BATCH), "optimizer", "sgd"));
    Sample some = all.select(rows);
    cases.put(
        "plain, `MlpLearner`",
        () -> learner.on(some.features(), 1).fit(some.labels(), some.weights()));
    Examples training = examples(some.features(), some.labels(), sex.select(rows));
    Examples large = trusted(all, sex, BATCH / 4);
    Examples bySex = trusted(all, sex, 3);
    Examples byRace = trusted(all, race, 3);
    Goal gap = new Goal.OfGroups(How.RANGE);
    cases.put("plain, uniform weights", run(training, bySex, StaticWeights.uniform()));
    cases.put(
        "FORML, %d trusted rows".formatted(large.size()),
        run(training, large, Forml.printed(gap, 100)));
    cases.put(
        "FORML, %d trusted rows, differentiating twice".formatted(large.size()),
        twice(training, large, large.groups(), false));
    cases.put(
        "learning to reweight, %d trusted rows".formatted(large.size()),
        run(training, large, new LookAheadWeights(new Goal.Mean(), Normalization.SUM)));
    cases.put(
        "Meta-Weight-Net, %d trusted rows".formatted(large.size()),
        run(training, large, MetaWeightNet.published(new Goal.Mean())));
    cases.put("Nash, %d players".formatted(players(bySex)), run(training, bySex, nash()));
    cases.put(
        "Nash, %d players, differentiating twice".formatted(players(bySex)),
        twice(training, bySex, bySex.cells(), true));
    Examples trainingByRace = examples(some.features(), some.labels(), race.select(rows));
    cases.put("Nash, %d players".formatted(players(byRace)), run(trainingByRace, byRace, nash()));
    cases.put(
        "Nash, %d players, differentiating twice".formatted(players(byRace)),
        twice(trainingByRace, byRace, byRace.cells(), true));
    new Turns(cases, ROUNDS, STEPS).print("plain, uniform weights");
  }

  private static Runnable twice(
      Examples training, Examples trusted, Groups players, boolean bargains) {
    Mlp network = network(training);
    return new DoublyDifferentiated(network, training, trusted, players, bargains, BATCH)::run;
  }

  private static Mlp network(Examples training) {
    return new Mlp(training.features().columns(), List.of(128, 64), 0, 2);
  }

  private static int players(Examples trusted) {
    return trusted.cells().names().size();
  }

  private static RowWeighing nash() {
    return new NashBargain(
        NashBargaining.defaults(),
        1,
        new Goal.Mean(),
        Normalization.EUCLIDEAN,
        NashBargain.Watch.BARGAINING);
  }

  private static Examples examples(Matrix features, int[] labels, Groups groups) {
    return new Examples(features, labels, 2, groups);
  }

  /** So many rows of each cell of group and label, as far as there are. */
  private static Examples trusted(Sample all, Groups groups, int each) {
    Examples rows = examples(all.features(), all.labels(), groups);
    int[] codes = rows.cells().codes();
    int[] seen = new int[rows.cells().names().size()];
    int[] last =
        IntStream.range(STEPS * BATCH, rows.size()).filter(i -> seen[codes[i]]++ < each).toArray();
    return rows.select(last);
  }

  private static Runnable run(Examples training, Examples trusted, RowWeighing weighing) {
    Stepping stepping = Stepping.constant(Stepping.Rule.SGD, 0.9);
    MetaOptions options =
        new MetaOptions(1, BATCH, 1e-3, 5e-4, stepping, MetaOptions.Trust.of(trusted.size()));
    Mlp network = network(training);
    MetaTraining.Plan plan = new MetaTraining.Plan(weighing, Dealing.shuffled(), 1);
    return () -> {
      try (MetaTraining here = new MetaTraining(network, training, trusted, options, plan)) {
        here.run((chosen, weights, losses, correct) -> {}, (epoch, now) -> {});
      }
    };
  }
}
