package evenhand.papers;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** Writes archives and pictures for the tests of what reads them. */
final class Tars {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  Tars file(String name, byte[] contents) {
    return entry(name, '0', contents);
  }

  Tars entry(String name, char type, byte[] contents) {
    byte[] header = new byte[512];
    put(header, 0, name);
    put(header, 100, "0000644\0");
    put(header, 124, "%011o\0".formatted(contents.length));
    put(header, 136, "%011o\0".formatted(0));
    header[156] = (byte) type;
    put(header, 257, "ustar\00000");
    put(header, 148, "        ");
    int sum = 0;
    for (byte each : header) {
      sum += each & 0xff;
    }
    put(header, 148, "%06o\0 ".formatted(sum));
    out.writeBytes(header);
    out.writeBytes(contents);
    out.writeBytes(new byte[(512 - contents.length % 512) % 512]);
    return this;
  }

  private static void put(byte[] header, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(bytes, 0, header, at, bytes.length);
  }

  /** Without its end. */
  byte[] open() {
    return out.toByteArray();
  }

  byte[] whole() {
    out.writeBytes(new byte[1024]);
    return out.toByteArray();
  }

  /** A picture in JPEG that is of one colour everywhere. */
  static byte[] jpeg(int width, int height, int colour) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, colour);
      }
    }
    return jpeg(image);
  }

  static byte[] jpeg(BufferedImage image) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "jpeg", file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toByteArray();
  }
}
