package evenhand.cli;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.SplittableRandom;

/** Damage to a file's bytes, whatever they mean. */
final class FuzzedBytes {

  private FuzzedBytes() {}

  static byte[] of(byte[] whole, SplittableRandom random) {
    byte[] bytes = whole.clone();
    if (bytes.length == 0) {
      return bytes;
    }
    int at = random.nextInt(bytes.length);
    switch (random.nextInt(5)) {
      case 0 -> flip(bytes, 1, random);
      case 1 -> flip(bytes, 1 + random.nextInt(20), random);
      case 2 -> bytes = Arrays.copyOf(bytes, at);
      case 3 -> bytes[at] = (byte) "\",;\t\r\n\u0000{}[]:\\".charAt(random.nextInt(13));
      default -> {
        int length = random.nextInt(1, Math.min(64, bytes.length) + 1);
        int from = random.nextInt(bytes.length - length + 1);
        byte[] longer = new byte[bytes.length + length];
        System.arraycopy(bytes, 0, longer, 0, at);
        System.arraycopy(bytes, from, longer, at, length);
        System.arraycopy(bytes, at, longer, at + length, bytes.length - at);
        bytes = longer;
      }
    }
    return bytes;
  }

  private static void flip(byte[] bytes, int times, SplittableRandom random) {
    for (int i = 0; i < times; i++) {
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    }
  }

  /** Lines under the first, where no quote and no lone carriage return leaves it in doubt. */
  static OptionalInt plainLines(byte[] csv) {
    String text = new String(csv, StandardCharsets.ISO_8859_1).replace("\r\n", "\n");
    if (text.indexOf('"') >= 0 || text.indexOf('\r') >= 0) {
      return OptionalInt.empty();
    }
    long lines = text.lines().filter(line -> !line.isBlank()).count();
    return OptionalInt.of((int) Math.max(0, lines - 1));
  }

  /** Records of a CSV file under its header, by its quotes alone. */
  static int records(String csv) {
    int records = 0;
    boolean quoted = false;
    for (int i = 0; i < csv.length(); i++) {
      char c = csv.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == '\n' && !quoted) {
        records++;
      }
    }
    return records - 1;
  }
}
