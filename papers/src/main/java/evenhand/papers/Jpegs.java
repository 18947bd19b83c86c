package evenhand.papers;

import evenhand.data.DataException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Decodes small JPEG files, one after the other. Not for several threads. */
final class Jpegs implements AutoCloseable {

  private static final int CHANNELS = 3;
  private static final int LONGEST = 4096;

  private final ImageReader reader;
  private boolean damaged;

  Jpegs() {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("jpeg");
    this.reader = readers.next();
    reader.addIIOReadWarningListener((source, warning) -> damaged = true);
  }

  /**
   * @param name of the file, for messages
   * @throws DataException where it isn't whole, or has a side beyond what is read
   */
  BufferedImage decode(byte[] file, String name) {
    damaged = false;
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      reader.setInput(in, true, true);
      int width = reader.getWidth(0);
      int height = reader.getHeight(0);
      if (width > LONGEST || height > LONGEST) {
        throw new DataException(
            "%s is %d by %d, at most %d a side are read".formatted(name, width, height, LONGEST));
      }
      BufferedImage image = reader.read(0);
      if (damaged) {
        throw new DataException(name + " is a damaged or truncated JPEG file");
      }
      return image;
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new DataException(name + " is no JPEG file that can be read", e);
    }
  }

  /**
   * Writes a picture channel by channel, line by line.
   *
   * @param into from {@code at} on, in [0, 1]
   */
  static void copy(BufferedImage image, float[] into, int at) {
    int width = image.getWidth();
    int pixels = width * image.getHeight();
    int[] colours = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
    for (int p = 0; p < pixels; p++) {
      for (int c = 0; c < CHANNELS; c++) {
        into[at + c * pixels + p] = (colours[p] >> (16 - 8 * c) & 0xff) / 255f;
      }
    }
  }

  @Override
  public void close() {
    reader.dispose();
  }
}
