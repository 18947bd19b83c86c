package evenhand.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CondensedTest {

  @Test
  void countsWhatIsKeptAndWhatWasTrusted() {
    Condensed condensed =
        new Condensed(
            List.of(
                new Condensed.Row(true, Optional.empty()),
                new Condensed.Row(false, Optional.of(new Condensed.Worth(1, 0.5, 0))),
                new Condensed.Row(true, Optional.of(new Condensed.Worth(0.9, 0.7, 0)))),
            Map.of("share", "0.5"));

    assertThat(condensed.kept()).containsExactly(0, 2);
    assertThat(condensed.trusted()).isEqualTo(1);
  }
}
