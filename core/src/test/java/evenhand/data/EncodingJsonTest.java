package evenhand.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import evenhand.data.ColumnEncoding.Missing;
import evenhand.data.ColumnEncoding.OneHot;
import evenhand.data.ColumnEncoding.Standardised;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EncodingJsonTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Test
  void readsBackExactlyWhatItWrote() throws JsonProcessingException {
    SplittableRandom random = new SplittableRandom(3);
    for (int round = 0; round < 100; round++) {
      List<ColumnEncoding> columns = new ArrayList<>();
      columns.add(
          new OneHot(
              "ünï \"quoted\"",
              List.of("", " <=50K", "a=b", "\n", "😀").stream().sorted().toList(),
              Missing.SEEN));
      for (int c = 0; c < 5; c++) {
        double mean = Double.longBitsToDouble(random.nextLong());
        double deviation = Math.abs(Double.longBitsToDouble(random.nextLong()));
        if (Double.isFinite(mean) && Double.isFinite(deviation)) {
          columns.add(new Standardised("n" + c, mean, deviation, Missing.UNSEEN));
        }
      }
      columns.add(new Standardised("whole", 39, 0, Missing.SEEN));
      Encoding encoding = new Encoding(columns);
      String text = MAPPER.writeValueAsString(encoding.toJson());

      assertThat(Encoding.fromJson(MAPPER.readTree(text))).isEqualTo(encoding);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "[]!columns must be a list of at most 1000000",
        "{\"columns\": 1}!columns must be a list of at most 1000000",
        "{\"columns\": [1]}!column must be text of at most 100000 characters",
        "{\"columns\": [{\"column\": \"a\", \"missing\": \"maybe\"}]}!missing of column a must be"
            + " seen or unseen",
        "{\"columns\": [{\"column\": \"a\", \"missing\": \"seen\", \"kind\":"
            + " \"java.lang.Runtime\"}]}!kind of column a must be standardised, dated or one_hot",
        "{\"columns\": [{\"column\": \"a\", \"missing\": \"seen\", \"kind\": \"standardised\","
            + " \"mean\": \"1\", \"deviation\": 1}]}!mean must be a number",
        "{\"columns\": [{\"column\": \"a\", \"missing\": \"seen\", \"kind\": \"standardised\","
            + " \"mean\": 1, \"deviation\": -1}]}!column a: need a finite mean and a finite"
            + " deviation ≥ 0, got 1.0 and -1.0",
        "{\"columns\": [{\"column\": \"a\", \"missing\": \"seen\", \"kind\": \"standardised\","
            + " \"mean\": 1e999, \"deviation\": 1}]}!column a: need a finite mean and a finite"
            + " deviation ≥ 0, got Infinity and 1.0",
        "{\"columns\": [{\"column\": \"a\", \"missing\": \"seen\", \"kind\": \"one_hot\","
            + " \"levels\": [\"b\", \"a\"]}]}!column a: levels must be sorted and distinct, b is"
            + " followed by a",
        "{\"columns\": [{\"column\": \"a\", \"missing\": \"seen\", \"kind\": \"one_hot\","
            + " \"levels\": [\"a\", \"a\"]}]}!column a: levels must be sorted and distinct, a is"
            + " followed by a",
        "{\"columns\": [{\"column\": \"a\", \"missing\": \"seen\", \"kind\": \"one_hot\","
            + " \"levels\": [1]}]}!levels of column a must be text of at most 100000 characters"
      })
  void whatItWouldNotHaveWrittenIsRefused(String json, String reason)
      throws JsonProcessingException {
    var tree = MAPPER.readTree(json);

    assertThatThrownBy(() -> Encoding.fromJson(tree))
        .isInstanceOf(DataException.class)
        .hasMessage("the encoding is damaged: " + reason);
  }

  @Test
  void sizesAreBounded() {
    var json = MAPPER.createObjectNode();
    var levels =
        json.putArray("columns")
            .addObject()
            .put("column", "a")
            .put("missing", "unseen")
            .put("kind", "one_hot")
            .putArray("levels");
    for (int i = 0; i <= Encoding.MAX_LEVELS; i++) {
      levels.add("%06d".formatted(i));
    }

    assertThatThrownBy(() -> Encoding.fromJson(json))
        .isInstanceOf(DataException.class)
        .hasMessage("the encoding is damaged: levels must be a list of at most 10000");
  }
}
