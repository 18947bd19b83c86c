package evenhand.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import evenhand.data.DataException;
import evenhand.tables.DataFolders;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CelebATest {

  private static final String ATTRIBUTES =
      """
      4
      Bald Attractive Male Young
      000001.jpg -1  1 -1  1
      000002.jpg -1 -1  1  1
      000003.jpg  1  1  1 -1
      000004.jpg -1 -1 -1 -1
      """;
  private static final String PARTS = "000001.jpg 0\n000002.jpg 1\n000003.jpg 0\n000004.jpg 2\n";

  @TempDir private Path folder;

  @BeforeEach
  void write() throws IOException {
    Path celeba = Files.createDirectories(folder.resolve("celeba/img_align_celeba"));
    write("list_attr_celeba.txt", ATTRIBUTES);
    write("list_eval_partition.txt", PARTS);
    for (int i = 1; i <= 4; i++) {
      Files.write(celeba.resolve("00000%d.jpg".formatted(i)), Tars.jpeg(face()));
    }
  }

  /** As large as theirs: red in the middle square, blue above and below. */
  private static BufferedImage face() {
    BufferedImage image = new BufferedImage(178, 218, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 218; y++) {
      for (int x = 0; x < 178; x++) {
        image.setRGB(x, y, y >= 20 && y < 198 ? 0xff0000 : 0x0000ff);
      }
    }
    return image;
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve("celeba").resolve(name), text);
  }

  private CelebA read(CelebA.Part part) {
    return CelebA.read(new DataFolders(List.of(folder), folder.resolve("none")), part, 100);
  }

  @Test
  void labelsGroupsAndPartsAreThoseOfTheLists() {
    CelebA training = read(CelebA.Part.TRAINING);

    assertThat(training.pictures().labels()).containsExactly(1, 1);
    assertThat(training.groups().codes()).containsExactly(0, 1);
    assertThat(training.groups().names()).containsExactly("no", "yes");
    assertThat(read(CelebA.Part.VALIDATION).pictures().labels()).containsExactly(0);
    assertThat(read(CelebA.Part.TEST).groups().codes()).containsExactly(0);
  }

  @Test
  void theMiddleSquareIsResized() {
    Pictures pictures = read(CelebA.Part.TEST).pictures();

    assertThat(pictures.image().size()).isEqualTo(3 * 128 * 128);
    for (int at : new int[] {128 * 8, 64 * 128 + 64, 128 * 119 + 127}) {
      assertThat(pictures.values()[at]).isCloseTo(1f, within(0.05f));
      assertThat(pictures.values()[2 * 128 * 128 + at]).isCloseTo(0f, within(0.05f));
    }
  }

  @Test
  void listsThatDoNotFitAreRefused() throws IOException {
    refused("list_eval_partition.txt", PARTS.replace("3.jpg 0", "3.jpg 5"), "line 3: need a file");
    refused("list_eval_partition.txt", PARTS.replace("000003", "../../3"), "is no plain name of a");
    refused("list_eval_partition.txt", PARTS.replace("000003", "000009"), "3.jpg is in no part");
    refused("list_eval_partition.txt", PARTS.replace(" 0", " 1"), "has no face of part 0");
    write("list_eval_partition.txt", PARTS);
    refused("list_attr_celeba.txt", ATTRIBUTES.replaceFirst("4", "5"), "says in line 1 that it");
    refused("list_attr_celeba.txt", ATTRIBUTES.replace("Male", "Man"), "need the attributes");
    refused("list_attr_celeba.txt", ATTRIBUTES.replace("1  1  1 -1", "1  1"), "line 5: need a");
    refused("list_attr_celeba.txt", ATTRIBUTES.replace("1  1  1", "1  1  0"), "1 or -1, was 0");
    refused("list_attr_celeba.txt", "4\n", "is truncated");
  }

  @Test
  void aFaceThatIsMissingOrTruncatedIsNamed() throws IOException {
    Path file = folder.resolve("celeba/img_align_celeba/000004.jpg");
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));
    assertThatThrownBy(() -> read(CelebA.Part.TEST))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("000004.jpg is");
    Files.delete(file);
    assertThatThrownBy(() -> read(CelebA.Part.TEST))
        .isInstanceOf(DataException.class)
        .hasMessageEndingWith("000004.jpg is missing");
  }

  private void refused(String name, String text, String sentence) throws IOException {
    write(name, text);
    assertThatThrownBy(() -> read(CelebA.Part.TRAINING))
        .isInstanceOf(DataException.class)
        .hasMessageContaining(sentence);
  }
}
