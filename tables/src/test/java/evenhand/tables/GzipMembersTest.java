package evenhand.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;

final class GzipMembersTest {

  @Test
  void readsAllMembersToTheLastByte() throws IOException {
    SplittableRandom random = new SplittableRandom(3);
    for (int round = 0; round < 20; round++) {
      ByteArrayOutputStream plain = new ByteArrayOutputStream();
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      for (int member = random.nextInt(1, 4); member > 0; member--) {
        byte[] bytes = new byte[random.nextInt(3) == 0 ? 0 : random.nextInt(200_000)];
        for (int i = 0; i < bytes.length; i++) {
          bytes[i] = (byte) random.nextInt(7);
        }
        plain.writeBytes(bytes);
        packed.writeBytes(gzip(bytes));
      }
      assertThat(read(packed.toByteArray())).isEqualTo(plain.toByteArray());
    }
  }

  @Test
  void whatFollowsAMemberAndIsNoneIsRefused() throws IOException {
    byte[] two = Arrays.copyOf(gzip(new byte[100]), 200);
    byte[] whole = gzip(new byte[] {1, 2, 3});

    assertThatThrownBy(() -> read(two)).isInstanceOf(ZipException.class);
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> read(cut)).isInstanceOf(EOFException.class);
    }
    for (int at = whole.length - 8; at < whole.length; at++) {
      byte[] wrong = whole.clone();
      wrong[at] ^= 1;
      assertThatThrownBy(() -> read(wrong)).isInstanceOf(ZipException.class);
    }
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  private static byte[] read(byte[] packed) throws IOException {
    try (GzipMembers in = new GzipMembers(new ByteArrayInputStream(packed))) {
      return in.readAllBytes();
    }
  }
}
