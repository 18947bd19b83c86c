package evenhand.papers;

import evenhand.data.DataException;
import evenhand.tables.DataFolders;
import evenhand.torch.Image;
import java.awt.image.BufferedImage;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/**
 * CIFAR-10 and CIFAR-100: Krizhevsky, "Learning multiple layers of features from tiny images",
 * 2009. Pictures of 32 by 32 pixels in three colours.
 */
final class Cifar {

  static final Image IMAGE = new Image(3, 32, 32);

  /** In the order of their codes. */
  static final List<String> CLASSES =
      List.of(
          "airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck");

  private static final int MOST = 200_000;

  private Cifar() {}

  /** The original binary files. */
  enum Layout {
    /** A byte of class before every picture. */
    TEN(1, 10),
    /** A byte of coarse class and one of fine class, which counts here, before every picture. */
    HUNDRED(2, 100);

    private final int labelBytes;
    private final int classes;

    Layout(int labelBytes, int classes) {
      this.labelBytes = labelBytes;
      this.classes = classes;
    }
  }

  /** The rows of a set that a training learns from, or is measured on. */
  enum Part {
    TRAIN,
    TEST
  }

  /**
   * CIFAR-10's original batches, as they come out of {@code cifar-10-binary.tar.gz}.
   *
   * @throws DataException where a batch is missing or isn't whole
   */
  static Pictures ten(DataFolders folders, Part part) {
    List<String> names =
        part == Part.TEST
            ? List.of("test_batch.bin")
            : IntStream.rangeClosed(1, 5).mapToObj(b -> "data_batch_" + b + ".bin").toList();
    return records(
        names.stream().map(name -> Pictures.find(folders, "cifar-10-batches-bin", name)).toList(),
        Layout.TEN);
  }

  /** CIFAR-100's original file, as it comes out of {@code cifar-100-binary.tar.gz}. */
  static Pictures hundred(DataFolders folders, Part part) {
    String name = part == Part.TEST ? "test.bin" : "train.bin";
    return records(List.of(Pictures.find(folders, "cifar-100-binary", name)), Layout.HUNDRED);
  }

  /**
   * @param files read one after the other; gzipped where a name ends in {@code .gz}
   */
  static Pictures records(List<Path> files, Layout layout) {
    List<byte[]> records = new ArrayList<>();
    for (Path file : files) {
      try (InputStream plain = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
          InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(plain) : plain) {
        addRecords(in, file, layout, records);
      } catch (IOException e) {
        throw new DataException("can't read %s: %s".formatted(file, e.getMessage()), e);
      }
    }
    float[] values = new float[Math.multiplyExact(records.size(), IMAGE.size())];
    int[] labels = new int[records.size()];
    for (int i = 0; i < labels.length; i++) {
      byte[] record = records.get(i);
      labels[i] = record[layout.labelBytes - 1] & 0xff;
      for (int p = 0; p < IMAGE.size(); p++) {
        values[i * IMAGE.size() + p] = (record[layout.labelBytes + p] & 0xff) / 255f;
      }
    }
    return new Pictures(IMAGE, values, labels, layout.classes);
  }

  private static void addRecords(InputStream in, Path file, Layout layout, List<byte[]> records)
      throws IOException {
    int length = layout.labelBytes + IMAGE.size();
    int number = 0;
    for (byte[] record = in.readNBytes(length); record.length > 0; record = in.readNBytes(length)) {
      number++;
      if (record.length < length) {
        throw new DataException(
            "%s: record %d has %d bytes, each has %d"
                .formatted(file, number, record.length, length));
      }
      int label = record[layout.labelBytes - 1] & 0xff;
      if (label >= layout.classes) {
        throw new DataException(
            "%s: record %d is of class %d, there are %d from 0 on"
                .formatted(file, number, label, layout.classes));
      }
      if (records.size() == MOST) {
        throw new DataException("%s: at most %d pictures are read".formatted(file, MOST));
      }
      records.add(record);
    }
    if (number == 0) {
      throw new DataException(file + " is empty");
    }
  }

  /**
   * CIFAR-10's copy in JPEG files, {@code PART/CLASS/NUMBER.jpg} in a tar archive; their pixels are
   * not quite the original ones.
   *
   * @param perClass the first of every class, ≥ 1
   */
  static Pictures jpegs(DataFolders folders, Part part, int perClass) {
    String name = part == Part.TEST ? "test" : "train";
    return jpegs(Pictures.find(folders, "cifar10", "cifar10-jpeg-" + name + ".tar"), perClass);
  }

  static Pictures jpegs(Path archive, int perClass) {
    int[] counts = new int[CLASSES.size()];
    List<float[]> pictures = new ArrayList<>();
    List<Integer> labels = new ArrayList<>();
    try (Jpegs jpegs = new Jpegs()) {
      Ustar.read(
          archive,
          name -> counts[label(archive, name)] < perClass,
          (name, contents) -> {
            BufferedImage image = jpegs.decode(contents, archive + ": " + name);
            if (image.getWidth() != IMAGE.width() || image.getHeight() != IMAGE.height()) {
              throw new DataException(
                  "%s: %s is %d by %d, pictures are %d by %d"
                      .formatted(
                          archive,
                          name,
                          image.getWidth(),
                          image.getHeight(),
                          IMAGE.width(),
                          IMAGE.height()));
            }
            float[] values = new float[IMAGE.size()];
            Jpegs.copy(image, values, 0);
            pictures.add(values);
            labels.add(label(archive, name));
            counts[label(archive, name)]++;
          });
    }
    if (Arrays.stream(counts).anyMatch(count -> count == 0)) {
      throw new DataException(
          "%s has no picture of some class; there are %s"
              .formatted(archive, String.join(", ", CLASSES)));
    }
    return Pictures.of(
        IMAGE, pictures, labels.stream().mapToInt(Integer::intValue).toArray(), CLASSES.size());
  }

  private static int label(Path archive, String name) {
    String[] words = name.split("/", -1);
    int label = words.length < 2 ? -1 : CLASSES.indexOf(words[words.length - 2]);
    if (label < 0 || !name.endsWith(".jpg")) {
      throw new DataException(
          "%s: %s is no JPEG file in a folder of one of the classes %s"
              .formatted(archive, name, String.join(", ", CLASSES)));
    }
    return label;
  }
}
