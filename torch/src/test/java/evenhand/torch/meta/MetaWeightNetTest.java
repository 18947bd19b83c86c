package evenhand.torch.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class MetaWeightNetTest {

  @Test
  void theCurvesSlopeIsTheCentralDifference() {
    MetaWeightNet.Curve curve = new MetaWeightNet.Curve(7, 3L);
    double[] inputs = {0.1, 0.7, 2.3};
    double[] pulls = {1, -2, 0.5};
    double[] slope = curve.slope(inputs, pulls);

    for (int p = 0; p < slope.length; p++) {
      double kept = curve.parameters()[p];
      curve.parameters()[p] = kept + 1e-6;
      double above = value(curve, inputs, pulls);
      curve.parameters()[p] = kept - 1e-6;
      double below = value(curve, inputs, pulls);
      curve.parameters()[p] = kept;

      assertThat(slope[p]).isCloseTo((above - below) / 2e-6, within(1e-8));
    }
  }

  @Test
  void weightsAreBetweenZeroAndOne() {
    for (double weight : new MetaWeightNet.Curve(100, 1L).of(new double[] {0, 1, 100})) {
      assertThat(weight).isBetween(0.0, 1.0);
    }
  }

  private static double value(MetaWeightNet.Curve curve, double[] inputs, double[] pulls) {
    double sum = 0;
    double[] outputs = curve.of(inputs);
    for (int i = 0; i < outputs.length; i++) {
      sum += outputs[i] * pulls[i];
    }
    return sum;
  }
}
