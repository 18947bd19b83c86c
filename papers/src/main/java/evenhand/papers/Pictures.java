package evenhand.papers;

import evenhand.data.DataException;
import evenhand.data.DenseMatrix;
import evenhand.tables.DataFolders;
import evenhand.torch.Image;
import evenhand.torch.meta.Dealing;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.zip.GZIPInputStream;

/**
 * Pictures with a class each.
 *
 * @param image shape of each
 * @param values shape [n, image.size()], in [0, 1]
 * @param labels shape [n], in [0, classes)
 */
record Pictures(Image image, float[] values, int[] labels, int classes) {

  private static final int MOST = 200_000;

  /**
   * @param each shape [n][image.size()], in [0, 1]
   */
  static Pictures of(Image image, List<float[]> each, int[] labels, int classes) {
    float[] values = new float[Math.multiplyExact(each.size(), image.size())];
    for (int i = 0; i < labels.length; i++) {
      System.arraycopy(each.get(i), 0, values, i * image.size(), image.size());
    }
    return new Pictures(image, values, labels, classes);
  }

  /** In the files of MNIST and of those that are laid out like it. */
  static Pictures idx(DataFolders folders, String folder, String part) {
    Path images = find(folders, folder, part + "-images-idx3-ubyte");
    Path labels = find(folders, folder, part + "-labels-idx1-ubyte");
    int[] shape = new int[3];
    byte[] pixels = bytes(images, shape);
    byte[] classes = bytes(labels, new int[1]);
    if (shape[0] != classes.length) {
      throw new DataException(
          "%s has %d pictures, and %s %d labels"
              .formatted(images, shape[0], labels, classes.length));
    }
    float[] values = new float[pixels.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (pixels[i] & 0xff) / 255f;
    }
    int[] read = new int[classes.length];
    for (int i = 0; i < read.length; i++) {
      read[i] = classes[i];
      if (read[i] < 0 || read[i] > 9) {
        throw new DataException(
            "%s: label %d is %d, there are ten classes from 0 on".formatted(labels, i, read[i]));
      }
    }
    return new Pictures(new Image(1, shape[1], shape[2]), values, read, 10);
  }

  /** About what a training on them takes of the heap: parts of them, scaled. */
  long bytesOfARun() {
    return 3L * Float.BYTES * values.length;
  }

  /** The file, or the file gzipped, in the first folder that has it. */
  static Path find(DataFolders folders, String folder, String name) {
    return look(folders, folder, name)
        .orElseThrow(
            () ->
                new DataException(
                    "%s/%s is missing; put it into a folder that %s names"
                        .formatted(folder, name, DataFolders.VARIABLE)));
  }

  /** The same, or empty where none has it. */
  static Optional<Path> look(DataFolders folders, String folder, String name) {
    List<Path> places = new ArrayList<>(folders.given());
    places.add(folders.cache());
    for (Path place : places) {
      for (String ending : List.of("", ".gz")) {
        Path file = place.resolve(folder).resolve(name + ending);
        if (Files.isRegularFile(file)) {
          return Optional.of(file);
        }
      }
    }
    return Optional.empty();
  }

  private static byte[] bytes(Path file, int[] shape) {
    try (DataInputStream in = new DataInputStream(new BufferedInputStream(opened(file)))) {
      int magic = in.readInt();
      if (magic != 0x0800 + shape.length) {
        throw new DataException(
            "%s is no IDX file of bytes in %d dimensions".formatted(file, shape.length));
      }
      long size = 1;
      for (int d = 0; d < shape.length; d++) {
        shape[d] = in.readInt();
        if (shape[d] < 1 || shape[d] > MOST) {
          throw new DataException("%s has an impossible size of %d".formatted(file, shape[d]));
        }
        size *= shape[d];
      }
      if (size > 1L << 30) {
        throw new DataException(
            "%s says it has %d bytes, more than are read".formatted(file, size));
      }
      byte[] all = new byte[(int) size];
      in.readFully(all);
      return all;
    } catch (EOFException e) {
      throw new DataException(file + " is truncated", e);
    } catch (IOException e) {
      throw new DataException("can't read %s: %s".formatted(file, e.getMessage()), e);
    }
  }

  private static InputStream opened(Path file) throws IOException {
    InputStream in = Files.newInputStream(file);
    return file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
  }

  int size() {
    return labels.length;
  }

  DenseMatrix matrix() {
    return new DenseMatrix(size(), image.size(), values);
  }

  /**
   * Disjoint parts, drawn at random, each with as many of every class.
   *
   * @param perClass how many of a class each part has
   * @return numbers of pictures, shape [parts][classes · perClass]
   */
  int[][] parts(SplittableRandom random, int... perClass) {
    int[] order = new Dealing.Shuffled(Dealing.Shuffled.Last.KEPT).deal(size(), size(), random)[0];
    int[][] parts = new int[perClass.length][];
    int[] taken = new int[classes];
    int skipped = 0;
    for (int p = 0; p < perClass.length; p++) {
      int from = skipped;
      int to = skipped + perClass[p];
      Arrays.fill(taken, 0);
      parts[p] =
          Arrays.stream(order)
              .filter(
                  i -> {
                    int place = taken[labels[i]]++;
                    return place >= from && place < to;
                  })
              .toArray();
      if (parts[p].length < classes * perClass[p]) {
        throw new DataException(
            "need %d pictures of every class, there are fewer of some".formatted(to));
      }
      skipped = to;
    }
    return parts;
  }

  /** The given ones, in that order. */
  Pictures select(int[] chosen) {
    float[] some = new float[chosen.length * image.size()];
    int[] theirs = new int[chosen.length];
    for (int i = 0; i < chosen.length; i++) {
      System.arraycopy(values, chosen[i] * image.size(), some, i * image.size(), image.size());
      theirs[i] = labels[chosen[i]];
    }
    return new Pictures(image, some, theirs, classes);
  }

  /** The same pictures with other labels. */
  Pictures labelled(int[] others) {
    return new Pictures(image, values, others, classes);
  }
}
