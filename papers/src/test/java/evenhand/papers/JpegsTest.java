package evenhand.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import evenhand.data.DataException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

final class JpegsTest {

  private static byte[] encoded(BufferedImage image, String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(ImageIO.write(image, format, out)).isTrue();
    return out.toByteArray();
  }

  /** Orange above, blue below. */
  private static BufferedImage flag(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, y < height / 2 ? 0xff6600 : 0x0000ff);
      }
    }
    return image;
  }

  @Test
  void aPictureComesChannelByChannelAndLineByLine() throws IOException {
    float[] values = new float[5 + 3 * 16 * 32];
    try (Jpegs jpegs = new Jpegs()) {
      Jpegs.copy(jpegs.decode(encoded(flag(16, 32), "jpeg"), "flag.jpg"), values, 5);
    }

    int pixels = 16 * 32;
    float[][] orangeAndBlue = {{1, 0}, {0.4f, 0}, {0, 1}};
    for (int c = 0; c < 3; c++) {
      float[] channel = Arrays.copyOfRange(values, 5 + c * pixels, 5 + (c + 1) * pixels);
      assertThat(channel[0]).isCloseTo(orangeAndBlue[c][0], within(0.03f));
      assertThat(channel[16 * 8 + 15]).isCloseTo(orangeAndBlue[c][0], within(0.03f));
      assertThat(channel[pixels - 1]).isCloseTo(orangeAndBlue[c][1], within(0.03f));
    }
    assertThat(Arrays.copyOf(values, 5)).containsOnly(0);
    for (float value : values) {
      assertThat(value).isBetween(0f, 1f);
    }
  }

  @Test
  void oneReaderReadsOnAfterADamagedFile() throws IOException {
    byte[] whole = encoded(flag(64, 64), "jpeg");
    byte[] cut = Arrays.copyOf(whole, whole.length - 20);
    try (Jpegs jpegs = new Jpegs()) {
      assertThatThrownBy(() -> jpegs.decode(cut, "a/7.jpg"))
          .isInstanceOf(DataException.class)
          .hasMessage("a/7.jpg is a damaged or truncated JPEG file");
      assertThat(jpegs.decode(whole, "a/8.jpg").getHeight()).isEqualTo(64);
    }
  }

  @Test
  void whatIsNoJpegIsRefused() throws IOException {
    byte[] png = encoded(flag(8, 8), "png");
    try (Jpegs jpegs = new Jpegs()) {
      for (byte[] file : new byte[][] {png, {}, {(byte) 0xff, (byte) 0xd8}}) {
        assertThatThrownBy(() -> jpegs.decode(file, "b.jpg"))
            .isInstanceOf(DataException.class)
            .hasMessage("b.jpg is no JPEG file that can be read");
      }
    }
  }

  @Test
  void aHugePictureIsRefusedBeforeItIsDecoded() throws IOException {
    byte[] wide = encoded(flag(4097, 2), "jpeg");
    try (Jpegs jpegs = new Jpegs()) {
      assertThatThrownBy(() -> jpegs.decode(wide, "c.jpg"))
          .isInstanceOf(DataException.class)
          .hasMessage("c.jpg is 4097 by 2, at most 4096 a side are read");
    }
  }
}
