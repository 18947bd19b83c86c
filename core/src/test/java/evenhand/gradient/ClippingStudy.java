package evenhand.gradient;

import evenhand.gradient.Aggregation.Agreed;
import java.io.PrintStream;
import java.util.SplittableRandom;

/**
 * What is left of a bargain when example weights are clipped at zero, as Nash-Meta-Learning does:
 * the share of agreed steps on which some player's loss no longer falls. {@code main} prints the
 * table of docs/bargaining.md.
 *
 * <p>Player k's hypergradient by example i is -⟨V_k, j_i⟩: V_k a random validation gradient, of
 * which {@code common} is the part (a correlation) all players share, j_i a random example gradient
 * in {@code parameters} dimensions.
 */
record ClippingStudy(int players, int examples, int parameters, double common) {

  /**
   * @param agreed steps on which bargaining succeeded
   * @param broken of these, with a player whom the clipped weights do not serve, to first order
   * @param worsened players not served, over all agreed steps
   */
  record Found(int agreed, int broken, int worsened) {}

  Found run(int steps, long seed) {
    int agreed = 0;
    int broken = 0;
    int worsened = 0;
    for (int step = 0; step < steps; step++) {
      double[][] gradients = hypergradients(new SplittableRandom(seed + step));
      Aggregation result =
          NashBargaining.defaults().weigh(Gramian.of(gradients), new SplittableRandom(0));
      if (result instanceof Agreed done) {
        agreed++;
        int lost = lost(gradients, Gradients.sum(done.weights(), gradients));
        worsened += lost;
        broken += lost > 0 ? 1 : 0;
      }
    }
    return new Found(agreed, broken, worsened);
  }

  private static int lost(double[][] gradients, double[] aggregated) {
    double[] clipped = new double[aggregated.length];
    for (int i = 0; i < clipped.length; i++) {
      clipped[i] = Math.max(0, -aggregated[i]);
    }
    int lost = 0;
    for (double[] gradient : gradients) {
      lost += Gradients.dot(gradient, clipped) >= 0 ? 1 : 0;
    }
    return lost;
  }

  private double[][] hypergradients(SplittableRandom random) {
    double[] shared = gaussians(random);
    double[][] validation = new double[players][];
    for (int k = 0; k < players; k++) {
      validation[k] = gaussians(random);
      for (int l = 0; l < parameters; l++) {
        validation[k][l] = Math.sqrt(common) * shared[l] + Math.sqrt(1 - common) * validation[k][l];
      }
    }
    double[][] gradients = new double[players][examples];
    for (int i = 0; i < examples; i++) {
      double[] example = gaussians(random);
      for (int k = 0; k < players; k++) {
        gradients[k][i] = -Gradients.dot(validation[k], example);
      }
    }
    return gradients;
  }

  private double[] gaussians(SplittableRandom random) {
    double[] values = new double[parameters];
    for (int l = 0; l < parameters; l++) {
      values[l] = random.nextGaussian();
    }
    return values;
  }

  public static void main(String[] arguments) {
    PrintStream out = System.out;
    out.println("players  parameters  common  agreed  some player loses  players who lose");
    for (int players : new int[] {2, 4, 10}) {
      for (int parameters : new int[] {5, 50}) {
        for (double common : new double[] {0, 0.5}) {
          for (int examples : new int[] {32, 512}) {
            Found found = new ClippingStudy(players, examples, parameters, common).run(1000, 1);
            out.printf(
                "%d %d %.1f batch %d: %.3f  %.4f  %.4f%n",
                players,
                parameters,
                common,
                examples,
                found.agreed() / 1000.0,
                found.broken() / (double) found.agreed(),
                found.worsened() / (double) (found.agreed() * players));
          }
        }
      }
    }
  }
}
