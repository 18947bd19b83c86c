package evenhand.gradient;

import java.util.Arrays;

/** Why no weights meet an aggregator's definition, with the numbers that show it. */
public sealed interface Failure {

  /** One sentence. */
  String reason();

  /**
   * A player has nothing to gain in any direction.
   *
   * @param player whose gradient is zero
   */
  record ZeroGradient(int player) implements Failure {

    @Override
    public String reason() {
      return "The gradient of player " + player + " is zero.";
    }
  }

  /**
   * No direction serves all players: some convex combination of the normalised gradients is
   * (nearly) zero, which by Gordan's theorem excludes a direction with a positive product with
   * each.
   *
   * @param shares of that combination, ≥ 0, adding up to 1, shape [K]
   * @param distance its length, in [0, 1]: how far from zero the hull stays
   */
  record ParetoStationary(double[] shares, double distance) implements Failure {

    @Override
    public String reason() {
      return "No step improves all players: with the shares "
          + Arrays.toString(shares)
          + " their normalised gradients cancel to a length of "
          + distance
          + ".";
    }
  }

  /**
   * @param iterations made
   * @param residual of the defining equations after them
   */
  record NotConverged(int iterations, double residual) implements Failure {

    @Override
    public String reason() {
      return "After " + iterations + " iterations the residual is still " + residual + ".";
    }
  }

  /**
   * No step moves all players equally far downhill along their own gradients.
   *
   * @param residual of the nearest step: by how much the projections differ, where 1 is wanted
   */
  record NoEqualStep(double residual) implements Failure {

    @Override
    public String reason() {
      return "No step has the same positive projection on all gradients (residual "
          + residual
          + ").";
    }
  }
}
