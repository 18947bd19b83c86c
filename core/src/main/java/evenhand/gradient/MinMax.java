package evenhand.gradient;

import java.util.Arrays;

/** The largest loss: the player who is worst off decides alone, or shares with those who tie. */
public record MinMax() implements Scalarization {

  @Override
  public double value(double[] losses) {
    return Arrays.stream(losses).max().orElseThrow();
  }

  @Override
  public Linear at(double[] losses) {
    double worst = value(losses);
    long ties = Arrays.stream(losses).filter(loss -> loss == worst).count();
    return new Linear(Arrays.stream(losses).map(loss -> loss == worst ? 1.0 / ties : 0).toArray());
  }
}
