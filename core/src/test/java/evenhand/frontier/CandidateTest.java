package evenhand.frontier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenhand.train.Part;
import evenhand.train.TrialId;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class CandidateTest {

  private static final TrialId ID = new TrialId("plain", OptionalDouble.empty(), 1);

  @Test
  void hasMeasuresOrAFailure() {
    assertThat(new Candidate(ID, Map.of(), Optional.of("why")).on(Part.TEST)).isEmpty();
    assertThatThrownBy(() -> new Candidate(ID, Map.of(), Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("plain seed 1");
  }
}
