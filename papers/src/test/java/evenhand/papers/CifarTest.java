package evenhand.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import evenhand.data.DataException;
import evenhand.tables.DataFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CifarTest {

  @TempDir private Path folder;

  private static byte[] record(int first, int... more) {
    byte[] record = new byte[3073 + more.length];
    record[0] = (byte) first;
    for (int i = 0; i < more.length; i++) {
      record[1 + i] = (byte) more[i];
    }
    int from = 1 + more.length;
    Arrays.fill(record, from, from + 1024, (byte) 255);
    Arrays.fill(record, from + 2048, from + 3072, (byte) 51);
    return record;
  }

  private static byte[] joined(byte[]... records) {
    int length = Arrays.stream(records).mapToInt(each -> each.length).sum();
    byte[] all = new byte[length];
    int at = 0;
    for (byte[] each : records) {
      System.arraycopy(each, 0, all, at, each.length);
      at += each.length;
    }
    return all;
  }

  private Path write(String name, byte[] contents) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, contents);
  }

  private DataFolders folders() {
    return new DataFolders(List.of(folder), folder.resolve("none"));
  }

  @Test
  void readsTheOriginalBatchesInTheirOrder() throws IOException {
    for (int b = 1; b <= 5; b++) {
      write("cifar-10-batches-bin/data_batch_" + b + ".bin", joined(record(b), record(9)));
    }
    write("cifar-10-batches-bin/test_batch.bin", record(0));

    Pictures training = Cifar.ten(folders(), Cifar.Part.TRAIN);

    assertThat(training.labels()).containsExactly(1, 9, 2, 9, 3, 9, 4, 9, 5, 9);
    assertThat(training.classes()).isEqualTo(10);
    int last = 9 * 3072;
    assertThat(training.values()[last + 1023]).isEqualTo(1f);
    assertThat(training.values()[last + 1024]).isEqualTo(0f);
    assertThat(training.values()[last + 2048]).isCloseTo(0.2f, within(1e-6f));
    assertThat(Cifar.ten(folders(), Cifar.Part.TEST).size()).isEqualTo(1);
  }

  @Test
  void theFineClassOfAHundredCounts() throws IOException {
    write("cifar-100-binary/train.bin", joined(record(3, 99), record(19, 0)));
    write("cifar-100-binary/test.bin", record(3, 42));

    Pictures training = Cifar.hundred(folders(), Cifar.Part.TRAIN);

    assertThat(training.labels()).containsExactly(99, 0);
    assertThat(training.classes()).isEqualTo(100);
    assertThat(training.values()[0]).isEqualTo(1f);
    assertThat(training.values()[1024]).isEqualTo(0f);
    assertThat(Cifar.hundred(folders(), Cifar.Part.TEST).labels()).containsExactly(42);
  }

  @Test
  void recordsThatAreNotWholeOrOfNoClassAreRefused() throws IOException {
    Path shorter = write("s.bin", Arrays.copyOf(joined(record(1), record(2)), 3073 + 3072));
    assertThatThrownBy(() -> Cifar.records(List.of(shorter), Cifar.Layout.TEN))
        .isInstanceOf(DataException.class)
        .hasMessage("%s: record 2 has 3072 bytes, each has 3073", shorter);
    Path other = write("o.bin", joined(record(1), record(10)));
    assertThatThrownBy(() -> Cifar.records(List.of(other), Cifar.Layout.TEN))
        .isInstanceOf(DataException.class)
        .hasMessage("%s: record 2 is of class 10, there are 10 from 0 on", other);
    Path empty = write("e.bin", new byte[0]);
    assertThatThrownBy(() -> Cifar.records(List.of(empty), Cifar.Layout.HUNDRED))
        .isInstanceOf(DataException.class)
        .hasMessage("%s is empty", empty);
    assertThatThrownBy(() -> Cifar.ten(folders(), Cifar.Part.TEST))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("cifar-10-batches-bin/test_batch.bin is missing");
  }

  private static Tars classes(int colour) {
    Tars tar = new Tars();
    for (String name : Cifar.CLASSES) {
      tar.file("test/" + name + "/0000.jpg", Tars.jpeg(32, 32, colour));
      tar.file("test/" + name + "/0001.jpg", Tars.jpeg(32, 32, 0));
    }
    return tar;
  }

  @Test
  void readsTheFirstJpegsOfEveryClass() throws IOException {
    Path archive = write("x.tar", classes(0xff0066).whole());

    Pictures one = Cifar.jpegs(archive, 1);
    Pictures all = Cifar.jpegs(archive, 5);

    assertThat(one.labels()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    assertThat(one.values()[0]).isCloseTo(1f, within(0.02f));
    assertThat(one.values()[1024]).isCloseTo(0f, within(0.02f));
    assertThat(one.values()[2048]).isCloseTo(0.4f, within(0.02f));
    assertThat(all.size()).isEqualTo(20);
    assertThat(all.values()[3072]).isCloseTo(0f, within(0.02f));
  }

  @Test
  void whatIsNoPictureOfAClassIsRefused() throws IOException {
    byte[] picture = Tars.jpeg(32, 32, 0x808080);
    refused(classes(0).file("test/cow/0.jpg", picture), "is no JPEG file in a folder of one of");
    refused(classes(0).file("cat.jpg", picture), "is no JPEG file in a folder of one of");
    refused(classes(0).file("test/cat/9.png", picture), "is no JPEG file in a folder of one of");
    refused(
        classes(0).file("test/cat/9.jpg", Tars.jpeg(31, 32, 0)),
        "test/cat/9.jpg is 31 by 32, pictures are 32 by 32");
    refused(
        classes(0).file("test/cat/9.jpg", new byte[700]),
        "test/cat/9.jpg is no JPEG file that can be read");
    refused(
        classes(0).file("test/cat/9.jpg", Arrays.copyOf(picture, picture.length - 8)),
        "test/cat/9.jpg is a damaged or truncated JPEG file");
    refused(
        new Tars().file("test/cat/9.jpg", picture), "has no picture of some class; there are air");
  }

  private void refused(Tars tar, String sentence) throws IOException {
    Path archive = write("x.tar", tar.whole());
    assertThatThrownBy(() -> Cifar.jpegs(archive, 5))
        .isInstanceOf(DataException.class)
        .hasMessageContaining(sentence);
  }
}
