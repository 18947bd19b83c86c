package evenhand.torch;

/**
 * The shape of pictures that lie in rows of features: channel by channel, line by line.
 *
 * @param channels such as 3 for colours, ≥ 1
 * @param height in pixels, ≥ 1
 * @param width in pixels, ≥ 1
 */
public record Image(int channels, int height, int width) {

  public Image {
    if (channels < 1 || height < 1 || width < 1) {
      throw new IllegalArgumentException(
          "a picture of %d channels, %d by %d".formatted(channels, height, width));
    }
  }

  /** Numbers of one picture. */
  public int size() {
    return channels * height * width;
  }
}
