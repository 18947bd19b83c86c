package evenhand.papers;

import evenhand.data.DataException;
import evenhand.data.Groups;
import evenhand.tables.DataFolders;
import evenhand.torch.Image;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Celeb-A's aligned faces from its original files: Liu et al., "Deep learning face attributes in
 * the wild", ICCV 2015. The middle square of each is resized to 128 by 128; a face is of class 1
 * where it is marked {@code Attractive}, and in a group by its mark {@code Male}.
 *
 * @param pictures with their classes
 * @param groups by the mark, in the pictures' order
 */
record CelebA(Pictures pictures, Groups groups) {

  private static final int SIDE = 128;

  /** Of a face as it is read. */
  static final Image IMAGE = new Image(3, SIDE, SIDE);

  private static final int MOST = 300_000;
  private static final int LARGEST = 1 << 20;
  private static final String FOLDER = "celeba";

  /** As its authors split it. */
  enum Part {
    TRAINING(0),
    VALIDATION(1),
    TEST(2);

    private final int code;

    Part(int code) {
      this.code = code;
    }
  }

  /**
   * What the two lists say of a face.
   *
   * @param label 1 where marked as the target
   * @param group 1 where marked as the group
   */
  private record Face(String file, int label, int group) {}

  /**
   * @param most the first of the part, ≥ 1; a face takes 192 KiB of memory
   */
  static CelebA read(DataFolders folders, Part part, int most) {
    Path attributes = Pictures.find(folders, FOLDER, "list_attr_celeba.txt");
    Path partition = Pictures.find(folders, FOLDER, "list_eval_partition.txt");
    Map<String, Integer> parts = parts(partition);
    List<Face> faces = faces(attributes, parts, part, most);
    if (faces.isEmpty()) {
      throw new DataException("%s has no face of part %d".formatted(partition, part.code));
    }
    Path pictures = attributes.resolveSibling("img_align_celeba");
    List<float[]> values = new ArrayList<>();
    try (Jpegs jpegs = new Jpegs()) {
      for (Face face : faces) {
        values.add(picture(pictures.resolve(face.file()), jpegs));
      }
    }
    int[] labels = faces.stream().mapToInt(Face::label).toArray();
    int[] groups = faces.stream().mapToInt(Face::group).toArray();
    return new CelebA(
        Pictures.of(IMAGE, values, labels, 2), new Groups("Male", List.of("no", "yes"), groups));
  }

  private static Map<String, Integer> parts(Path file) {
    Map<String, Integer> parts = new HashMap<>();
    for (String line : lines(file)) {
      String[] words = line.strip().split("\\s+", -1);
      if (words.length != 2 || !words[1].matches("[012]")) {
        throw new DataException(
            "%s, line %d: need a file name and 0, 1 or 2".formatted(file, parts.size() + 1));
      }
      requireName(file, parts.size() + 1, words[0]);
      parts.put(words[0], Integer.valueOf(words[1]));
    }
    return parts;
  }

  private static List<Face> faces(Path file, Map<String, Integer> parts, Part part, int most) {
    List<String> lines = lines(file);
    if (lines.size() < 2) {
      throw new DataException(file + " is truncated: it has no line of attributes");
    }
    List<String> names = Arrays.asList(lines.get(1).strip().split("\\s+", -1));
    int label = names.indexOf("Attractive");
    int group = names.indexOf("Male");
    if (label < 0 || group < 0) {
      throw new DataException(file + ", line 2: need the attributes Attractive and Male");
    }
    if (!lines.get(0).strip().equals(Integer.toString(lines.size() - 2))) {
      throw new DataException(
          "%s says in line 1 that it has %s faces, and has %d"
              .formatted(file, lines.get(0).strip(), lines.size() - 2));
    }
    List<Face> faces = new ArrayList<>();
    for (int i = 2; i < lines.size() && faces.size() < most; i++) {
      String[] words = lines.get(i).strip().split("\\s+", -1);
      if (words.length != names.size() + 1) {
        throw new DataException(
            "%s, line %d: need a file name and %d marks, got %d words"
                .formatted(file, i + 1, names.size(), words.length));
      }
      requireName(file, i + 1, words[0]);
      Integer of = parts.get(words[0]);
      if (of == null) {
        throw new DataException("%s, line %d: %s is in no part".formatted(file, i + 1, words[0]));
      }
      if (of == part.code) {
        faces.add(
            new Face(
                words[0],
                mark(file, i + 1, words[label + 1]),
                mark(file, i + 1, words[group + 1])));
      }
    }
    return faces;
  }

  private static void requireName(Path file, int line, String name) {
    if (!name.matches("[0-9A-Za-z_-]{1,40}\\.jpg")) {
      throw new DataException(
          "%s, line %d: %s is no plain name of a .jpg file".formatted(file, line, name));
    }
  }

  private static int mark(Path file, int line, String mark) {
    return switch (mark) {
      case "1" -> 1;
      case "-1" -> 0;
      default ->
          throw new DataException(
              "%s, line %d: a mark is 1 or -1, was %s".formatted(file, line, mark));
    };
  }

  private static List<String> lines(Path file) {
    List<String> lines = new ArrayList<>();
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.US_ASCII)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (lines.size() == MOST) {
          throw new DataException("%s: at most %d lines are read".formatted(file, MOST));
        }
        lines.add(line);
      }
    } catch (IOException e) {
      throw new DataException("can't read %s: %s".formatted(file, e.getMessage()), e);
    }
    return lines;
  }

  private static float[] picture(Path file, Jpegs jpegs) {
    try {
      if (!Files.isRegularFile(file)) {
        throw new DataException(file + " is missing");
      }
      if (Files.size(file) > LARGEST) {
        throw new DataException("%s: at most %d bytes are read".formatted(file, LARGEST));
      }
      BufferedImage square = middle(jpegs.decode(Files.readAllBytes(file), file.toString()));
      float[] values = new float[3 * SIDE * SIDE];
      Jpegs.copy(square, values, 0);
      return values;
    } catch (IOException e) {
      throw new DataException("can't read %s: %s".formatted(file, e.getMessage()), e);
    }
  }

  /** The largest square in the middle, resized. */
  private static BufferedImage middle(BufferedImage image) {
    int side = Math.min(image.getWidth(), image.getHeight());
    int left = (image.getWidth() - side) / 2;
    int top = (image.getHeight() - side) / 2;
    BufferedImage square = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = square.createGraphics();
    try {
      canvas.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      canvas.drawImage(image, 0, 0, SIDE, SIDE, left, top, left + side, top + side, null);
    } finally {
      canvas.dispose();
    }
    return square;
  }
}
