package evenhand.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenhand.tables.DataFolders;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class SeedsTest {

  @Test
  void areConsecutive() {
    assertThat(new Seeds(1, 3).each()).containsExactly(1, 2, 3);
    assertThat(new Seeds(1, 3)).hasToString("1 to 3");
    assertThat(new Seeds(7, 1)).hasToString("7");
  }

  @Test
  void areAtLeastOneFromZeroOn() {
    assertThatThrownBy(() -> new Seeds(-1, 2)).hasMessageContaining("2 from -1 on");
    assertThatThrownBy(() -> new Seeds(Integer.MAX_VALUE, 2)).hasMessageContaining("1000000000");
    assertThatThrownBy(() -> new Seeds(0, 0)).hasMessageContaining("at least one seed");
  }

  @Test
  void areTheExperimentsOwnWhereNoneAreAskedFor() {
    DataFolders data = new DataFolders(List.of(), Path.of("none"));
    Path out = Path.of("out");
    OptionalInt none = OptionalInt.empty();
    RunOptions asked = new RunOptions(Scale.QUICK, OptionalInt.of(2), 4, none, data, out);

    assertThat(asked.seeds(10)).isEqualTo(new Seeds(4, 2));
    RunOptions usual = new RunOptions(Scale.QUICK, none, 4, none, data, out);

    assertThat(usual.seeds(10)).isEqualTo(new Seeds(4, 10));
    assertThat(new RunOptions(Scale.QUICK, none, data, out).seeds(10)).isEqualTo(new Seeds(0, 10));
  }
}
