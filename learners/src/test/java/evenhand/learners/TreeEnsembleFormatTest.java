package evenhand.learners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenhand.data.CsrMatrix;
import evenhand.data.DataException;
import evenhand.learner.ConstantScorer;
import evenhand.learner.Scorer;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class TreeEnsembleFormatTest {

  private final TreeEnsembleFormat format = new TreeEnsembleFormat();

  @Test
  void readsBackWhatItWrote() {
    for (int seed = 0; seed < 100; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int columns = random.nextInt(1, 6);
      TreeEnsemble ensemble = RandomTrees.of(columns, random);
      TreeEnsembleScorer scorer = new TreeEnsembleScorer(ensemble);
      CsrMatrix rows = Samples.features(20, columns, random);

      byte[] bytes = format.write(scorer).orElseThrow();
      Scorer read = format.read(bytes, columns);

      assertThat(((TreeEnsembleScorer) read).ensemble()).isEqualTo(ensemble);
      assertThat(read.score(rows)).isEqualTo(scorer.score(rows));
      assertThat(format.write(read)).hasValue(bytes);
    }
  }

  @Test
  void leavesOtherScorersToOtherFormats() {
    assertThat(format.write(new ConstantScorer(0.5))).isEmpty();
    assertThat(format.id()).isEqualTo("trees.bin");
  }

  @Test
  void refusesAnotherNumberOfColumns() {
    assertThatThrownBy(() -> format.read(small(), 3))
        .isInstanceOf(DataException.class)
        .hasMessage("the trees in the part trees.bin split 2 columns, the model's features have 3");
  }

  @Test
  void refusesWhatIsNotItsOwn() {
    assertRefused(new byte[0], "the part trees.bin is not a tree ensemble");
    assertRefused(new byte[500], "the part trees.bin is not a tree ensemble");
    byte[] newer = small();
    newer[11] = 2;
    assertRefused(newer, "the part trees.bin has format version 2, this program reads version 1");
  }

  @Test
  void refusesEveryTruncation() {
    byte[] bytes = small();
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> format.read(cut, 2)).isInstanceOf(DataException.class);
    }
  }

  @Test
  void refusesCountsThatDoNotFitBeforeItAllocates() {
    for (int field = 12; field < 32; field += 4) {
      for (int value : new int[] {-1, Integer.MAX_VALUE, Integer.MIN_VALUE, 1 << 29}) {
        byte[] bytes = small();
        if (field != 16) { // the base is a float
          ByteBuffer.wrap(bytes).putInt(field, value);
          assertThatThrownBy(() -> format.read(bytes, 2)).isInstanceOf(DataException.class);
        }
      }
    }
  }

  /** Any byte changed: refused with a sentence, or a well-formed ensemble that scores. */
  @Test
  void neverFailsOtherwise() {
    SplittableRandom random = new SplittableRandom(6);
    CsrMatrix rows = Samples.features(5, 2, random);
    int refused = 0;
    for (int round = 0; round < 5000; round++) {
      byte[] bytes = small();
      for (int change = 0; change < 3; change++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      try {
        assertThat(format.read(bytes, 2).score(rows)).hasSize(5);
      } catch (DataException sentence) {
        refused++;
      }
    }
    assertThat(refused).isBetween(1000, 4999);
  }

  private byte[] small() {
    return format.write(new TreeEnsembleScorer(TreeEnsembleTest.small())).orElseThrow();
  }

  private void assertRefused(byte[] bytes, String sentence) {
    assertThatThrownBy(() -> format.read(bytes, 2))
        .isInstanceOf(DataException.class)
        .hasMessage(sentence);
  }
}
