package evenhand.threshold;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ojalgo.matrix.decomposition.SingularValue;
import org.ojalgo.matrix.store.RawStore;

/**
 * Takes the rounding of the linear program, some 1e-8 of the accepted shares, out of a mixture, for
 * where few are accepted it is much in their precision: Newton's method for the smallest change of
 * the probabilities and levels that puts every inequality that holds with equality exactly there.
 */
final class Refinement {

  /** An inequality this near to equality is meant to be equal. */
  private static final double TIGHT = 1e-6;

  /** A smaller probability is rounding. */
  private static final double NOTHING = 1e-9;

  private static final double EXACT = 1e-13;
  private static final int STEPS = 8;

  private final Demands demands;

  Refinement(Demands demands) {
    this.demands = demands;
  }

  /** The nearest to all demands among the mixture given and those that the steps reach. */
  Mixtures of(Mixtures given, double[] levels) {
    State best = new State(given, levels);
    State state = best;
    for (int step = 0; step < STEPS && best.worst > EXACT; step++) {
      state = state.next();
      best = state.worst < best.worst ? state : best;
    }
    return best.mixtures;
  }

  private final class State {

    private final Mixtures mixtures;
    private final double[] levels;
    private final double worst;
    private final Inequalities inequalities;

    /** What turns a violation into one of a rate. */
    private final double[] scale;

    private final List<Mixtures.Part> support = new ArrayList<>();
    private final List<Integer> blockOf = new ArrayList<>();

    State(Mixtures mixtures, double[] levels) {
      this.mixtures = mixtures;
      this.levels = levels;
      this.worst = demands.worst(mixtures.shares());
      this.inequalities = demands.linear().and(demands.levels().at(levels));
      this.scale = new double[inequalities.size()];
      Arrays.fill(scale, 1);
      double[] selected = demands.levels().selected(mixtures.shares());
      for (int j = 0; j < selected.length; j++) {
        scale[demands.linear().size() + j] = selected[j] == 0 ? 0 : 1 / selected[j];
      }
      for (int b = 0; b < mixtures.parts().size(); b++) {
        for (Mixtures.Part part : mixtures.parts().get(b)) {
          if (part.probability() > NOTHING) {
            support.add(part);
            blockOf.add(b);
          }
        }
      }
    }

    State next() {
      int blocks = mixtures.parts().size();
      List<double[]> rows = new ArrayList<>();
      List<Double> missing = new ArrayList<>();
      for (int b = 0; b < blocks; b++) {
        double[] sum = new double[support.size() + levels.length];
        double left = 1;
        for (int i = 0; i < support.size(); i++) {
          sum[i] = blockOf.get(i) == b ? 1 : 0;
          left -= sum[i] * support.get(i).probability();
        }
        rows.add(sum);
        missing.add(left);
      }
      for (int j = 0; j < inequalities.size(); j++) {
        double violation = scale[j] * inequalities.violation(j, mixtures.shares());
        if (scale[j] > 0 && violation > -TIGHT) {
          rows.add(slopes(j));
          missing.add(-violation);
        }
      }
      return moved(
          smallest(
              rows.toArray(double[][]::new),
              missing.stream().mapToDouble(Double::doubleValue).toArray()));
    }

    /** Of one violation by every probability and then by every level. */
    private double[] slopes(int j) {
      double[] row = new double[support.size() + levels.length];
      for (int i = 0; i < support.size(); i++) {
        row[i] = scale[j] * inequalities.left(j, support.get(i).choice().shares());
      }
      for (int p = 0; p < levels.length; p++) {
        double[] beside = levels.clone();
        beside[p] += 1; // linear in the level
        Inequalities other = demands.linear().and(demands.levels().at(beside));
        row[support.size() + p] =
            scale[j] * (other.left(j, mixtures.shares()) - inequalities.left(j, mixtures.shares()));
      }
      return row;
    }

    private State moved(double[] change) {
      List<List<Mixtures.Part>> parts = new ArrayList<>();
      mixtures.parts().forEach(block -> parts.add(new ArrayList<>()));
      for (int i = 0; i < support.size(); i++) {
        Mixtures.Part part = support.get(i);
        double probability = Math.min(1, part.probability() + change[i]);
        if (probability > NOTHING) {
          parts.get(blockOf.get(i)).add(new Mixtures.Part(part.choice(), probability));
        }
      }
      double[] beside = levels.clone();
      Arrays.setAll(beside, p -> levels[p] + change[support.size() + p]);
      return new State(Mixtures.of(parts, mixtures.shares().length), beside);
    }
  }

  /** The solution of least length, in the least squares where there is none. */
  private static double[] smallest(double[][] left, double[] right) {
    RawStore matrix = RawStore.wrap(left);
    SingularValue<Double> decomposed = SingularValue.R064.make(matrix);
    decomposed.decompose(matrix);
    return decomposed.getSolution(RawStore.wrap(right).transpose()).toRawCopy1D();
  }
}
