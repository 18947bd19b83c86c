package evenhand.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

final class ChartTest {

  @Test
  void nothingInTheDataCanEndItsScript() throws Exception {
    ObjectNode data = Json.object();
    data.put("name", "</script><!--<script>&amp;\u2028\u2029");
    String inert = Chart.inert(data);
    assertThat(inert).doesNotContain("<", ">", "&", "\u2028", "\u2029");
    assertThat(new ObjectMapper().readTree(inert)).isEqualTo(data);
  }
}
