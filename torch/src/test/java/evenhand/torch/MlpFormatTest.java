package evenhand.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenhand.data.DataException;
import evenhand.learner.ConstantScorer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class MlpFormatTest {

  private final MlpFormat format = new MlpFormat();
  private final MlpScorer scorer =
      new MlpScorer(4, List.of(3, 2), new Mlp(4, List.of(3, 2), 0).initial(1));

  @Test
  void whatIsReadBackIsTheSame() {
    MlpScorer back = (MlpScorer) format.read(bytes(), 4);

    assertThat(back.theta()).isEqualTo(scorer.theta());
    assertThat(back.hidden()).isEqualTo(List.of(3, 2));
  }

  @Test
  void otherScorersAreLeftToOtherFormats() {
    assertThat(format.write(new ConstantScorer(0.5))).isEmpty();
  }

  /** The layout of safetensors 0.4: a little-endian length, then JSON with names and places. */
  @Test
  void theHeaderNamesEveryTensor() {
    byte[] bytes = bytes();
    int size = (int) ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();

    assertThat(new String(bytes, 8, size, StandardCharsets.UTF_8).strip())
        .startsWith(
            "{\"layers.0.weight\":{\"dtype\":\"F32\",\"shape\":[3,4],\"data_offsets\":[0,48]}")
        .endsWith(
            "\"layers.2.bias\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[100,104]}}");
    assertThat(size % 8).isZero();
  }

  @Test
  void aNetworkForOtherFeaturesIsRefused() {
    assertThatThrownBy(() -> format.read(bytes(), 5))
        .isInstanceOf(DataException.class)
        .hasMessage("layer 0 of a network does not take the 5 numbers it is given");
  }

  @Test
  void everyTruncationIsRefused() {
    byte[] bytes = bytes();
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> format.read(cut, 4)).isInstanceOf(DataException.class);
    }
  }

  @Test
  void noHeaderMakesItAllocateOrFailOtherwise() {
    SplittableRandom random = new SplittableRandom(1);
    byte[] bytes = bytes();
    int header = 8 + (int) ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
    for (int trial = 0; trial < 3000; trial++) {
      byte[] hostile = bytes.clone();
      for (int k = 0; k <= random.nextInt(4); k++) {
        hostile[random.nextInt(header)] = (byte) random.nextInt(256);
      }
      try {
        format.read(hostile, 4);
      } catch (DataException expected) {
        assertThat(expected.getMessage()).isNotBlank();
      }
    }
  }

  @Test
  void valuesThatAreNoNumbersAreRefused() {
    byte[] bytes = bytes();
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putFloat(bytes.length - 4, Float.NaN);

    assertThatThrownBy(() -> format.read(bytes, 4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a parameter must be finite, was NaN");
  }

  private byte[] bytes() {
    return format.write(scorer).orElseThrow().clone();
  }
}
