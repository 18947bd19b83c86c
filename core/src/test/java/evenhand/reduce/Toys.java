package evenhand.reduce;

import evenhand.data.DenseMatrix;
import evenhand.data.Groups;
import evenhand.data.Sample;
import evenhand.parity.Requirement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;

/** Small samples whose only feature is a cell number. */
final class Toys {

  private Toys() {}

  /** Cells that lean to one of two or three groups, labels that depend on both; random weights. */
  static Sample random(long seed, int rows, int cells) {
    SplittableRandom random = new SplittableRandom(seed);
    int groups = 2 + random.nextInt(2);
    float[] values = new float[rows];
    int[] labels = new int[rows];
    int[] codes = new int[rows];
    double[] weights = new double[rows];
    double[] parityWeights = new double[rows];
    boolean both = random.nextBoolean();
    for (int i = 0; i < rows; i++) {
      codes[i] = i < 2 * groups ? i % groups : random.nextInt(groups);
      values[i] = Math.floorMod(random.nextInt(cells) + codes[i] * random.nextInt(3), cells);
      double chance = 0.15 + 0.7 * values[i] / cells + 0.1 * (codes[i] - 1);
      labels[i] = i < 2 * groups ? i / groups : random.nextDouble() < chance ? 1 : 0;
      weights[i] = 0.25 * (1 + random.nextInt(8));
      parityWeights[i] = both ? weights[i] : 1;
    }
    List<String> names = List.of("a", "b", "c").subList(0, groups);
    return new Sample(
        new DenseMatrix(rows, 1, values),
        labels,
        weights,
        parityWeights,
        List.of(new Groups("group", names, codes)));
  }

  static Problem problem(Sample sample, String requirement) {
    return new Problem(sample, Requirement.parse(requirement).on(sample));
  }

  /**
   * The least error of any randomised decision by cell that meets the constraint, by one linear
   * program over the cells' acceptance probabilities; NaN where none does.
   */
  static double optimum(Problem problem, int cells) {
    int[] cellOf = CellLearner.cellsOf(problem.sample().features());
    double[] nobody = new double[cellOf.length];
    Standing base = problem.of(nobody);
    ExpressionsBasedModel model = new ExpressionsBasedModel();
    List<Standing> alone = new ArrayList<>();
    for (int c = 0; c < cells; c++) {
      int cell = c;
      double[] decisions = Arrays.stream(cellOf).mapToDouble(of -> of == cell ? 1 : 0).toArray();
      alone.add(problem.of(decisions));
      model.addVariable("p" + c).lower(0).upper(1).weight(alone.get(c).error() - base.error());
    }
    for (int j = 0; j < base.violation().length; j++) {
      Expression row = model.addExpression("v" + j).upper(-base.violation()[j]);
      for (int c = 0; c < cells; c++) {
        row.set(c, alone.get(c).violation()[j] - base.violation()[j]);
      }
    }
    Optimisation.Result result = model.minimise();
    return result.getState().isFeasible() ? result.getValue() + base.error() : Double.NaN;
  }
}
