package evenhand.train;

import evenhand.data.Column;
import evenhand.data.GroupColumn;
import evenhand.data.Outcome;
import evenhand.data.Table;
import evenhand.learner.LogisticRegression;
import evenhand.model.ConstantFormat;
import evenhand.model.LogisticFormat;
import evenhand.model.ModelFile;
import evenhand.parity.Requirement;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** Small sweeps over made-up rows whose groups differ. */
public final class Sweeps {

  private Sweeps() {}

  static Table table(int rows, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] x = new double[rows];
    double[] z = new double[rows];
    List<String> sex = new ArrayList<>();
    List<String> label = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      boolean first = random.nextBoolean();
      sex.add(first ? "a" : "b");
      x[i] = random.nextGaussian() + (first ? 0.8 : 0);
      z[i] = random.nextGaussian();
      label.add(x[i] + z[i] + random.nextGaussian() > 0.5 ? "yes" : "no");
    }
    return new Table(
        "made-up",
        List.of(
            new Column.Numeric("x", x),
            new Column.Numeric("z", z),
            Column.Categorical.of("sex", sex),
            Column.Categorical.of("label", label)),
        rows);
  }

  public static TrainingData data(int rows) {
    Table table = table(rows, 5);
    return new TrainingData(
        table,
        Optional.of(table(rows, 6)),
        Outcome.of(table, "label", "yes"),
        List.of(GroupColumn.parse("sex")),
        TrainingData.Intersection.NONE,
        List.of("x", "z"),
        Optional.empty(),
        WeightMeaning.ERROR_AND_PARITY);
  }

  /** Plain, a reduction at two strengths and a grid of five points, with two seeds. */
  public static Sweep sweep(TrainingData data) {
    return new Sweep(
        data,
        List.of(Requirement.parse("demographic_parity<=0@sex")),
        new Sweep.Plan(
            List.of(
                Methods.named("plain", Map.of()),
                Methods.named("reduction", Map.of()),
                Methods.named("grid", Map.of("points", "5"))),
            List.of(0.02, 0.1),
            2),
        LogisticRegression.defaults(),
        new TrainingOptions(0.25, TrainingOptions.Decisions.MIXTURE, 100, 30, 3));
  }

  public static TrialFolder folder(Path folder, String stated) {
    return folder(folder, "1.0", stated);
  }

  /** Of another version of the software. */
  public static TrialFolder folder(Path folder, String version, String stated) {
    return new TrialFolder(
        folder,
        new ModelFile(List.of(new LogisticFormat(), new ConstantFormat())),
        version,
        stated);
  }
}
