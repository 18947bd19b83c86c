package evenhand.papers;

import java.util.Arrays;

/**
 * Shifts and scales every channel, so that over the pictures it was made of its mean is 0 and its
 * standard deviation 1.
 */
record ChannelScale(double[] means, double[] deviations) {

  /** A channel of one colour everywhere is only shifted. */
  static ChannelScale of(Pictures pictures) {
    int channels = pictures.image().channels();
    int pixels = pictures.image().size() / channels;
    double[] sums = new double[channels];
    double[] squares = new double[channels];
    for (int i = 0; i < pictures.values().length; i++) {
      double value = pictures.values()[i];
      sums[i / pixels % channels] += value;
      squares[i / pixels % channels] += value * value;
    }
    double count = (double) pictures.size() * pixels;
    double[] deviations = new double[channels];
    for (int c = 0; c < channels; c++) {
      sums[c] /= count;
      double variance = squares[c] / count - sums[c] * sums[c];
      deviations[c] = variance > 1e-12 ? Math.sqrt(variance) : 1;
    }
    return new ChannelScale(sums, deviations);
  }

  /** Other pictures, changed alike. */
  Pictures on(Pictures pictures) {
    int pixels = pictures.image().size() / means.length;
    float[] values = pictures.values().clone();
    for (int i = 0; i < values.length; i++) {
      int channel = i / pixels % means.length;
      values[i] = (float) ((values[i] - means[channel]) / deviations[channel]);
    }
    return new Pictures(pictures.image(), values, pictures.labels(), pictures.classes());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ChannelScale that
        && Arrays.equals(means, that.means)
        && Arrays.equals(deviations, that.deviations);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(means) + Arrays.hashCode(deviations);
  }

  @Override
  public String toString() {
    return "ChannelScale" + Arrays.toString(means) + Arrays.toString(deviations);
  }
}
