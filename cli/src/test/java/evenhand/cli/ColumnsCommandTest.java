package evenhand.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables with columns that are not what they look like, and of names that are hard to write. */
final class ColumnsCommandTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private static Path folder;

  @BeforeAll
  static void write() throws IOException {
    Random random = new Random(11);
    StringBuilder rows =
        new StringBuilder(
            "customer id,opened,income,\"age, years\",sex&race,sex:own,a=b,@race,repaid\n");
    for (int i = 0; i < 400; i++) {
      double income = 2500 + 700 * random.nextGaussian();
      rows.append(
          "K-%d,%s,%s,%d,%s,%s,%s,%s,%s%n"
              .formatted(
                  1000 + 3 * i,
                  LocalDate.of(2022, 1, 1).plusDays(random.nextInt(700)),
                  i == 299 ? "None" : "%.2f".formatted(income),
                  20 + random.nextInt(50),
                  random.nextBoolean() ? "A&B" : "A",
                  new String[] {"f", "m", "x"}[random.nextInt(3)],
                  random.nextBoolean() ? "u" : "v",
                  random.nextBoolean() ? "b" : "w",
                  income + 500 * random.nextGaussian() > 2500 ? "yes" : "no"));
    }
    Files.writeString(folder.resolve("loans.csv"), rows.toString().replace("\r\n", "\n"));
  }

  private static Program.Result run(String... words) {
    return Program.in(folder).run(words);
  }

  @Test
  void everyColumnIsShownAndNothingIsTrained() throws IOException {
    Program.Result shown =
        run(
            "train",
            "loans.csv",
            "--label=repaid",
            "--group=sex:own",
            "--columns",
            "--json=c.json");
    assertThat(shown.exitCode()).isZero();
    assertThat(shown.out())
        .containsPattern("customer id +id +400 +0 .*left out: an id")
        .containsPattern("opened +date .*feature: day, year, weekday")
        .containsPattern("sex:own +category +3 +0 +f, m, x +group")
        .containsPattern("repaid +category +2 +0 +no, yes +label")
        .contains("None in row 300");
    JsonNode tree = JSON.readTree(Files.readString(folder.resolve("c.json")));
    assertThat(tree.path("schema").asText()).isEqualTo("evenhand.columns/1");
    assertThat(tree.path("columns")).hasSize(9);
    assertThat(tree.path("columns").path(2).path("odd").path("row").asInt()).isEqualTo(300);
  }

  @Test
  void theDecimalCommaHoldsForEveryColumn() throws IOException {
    StringBuilder rows = new StringBuilder("income;price;sex;repaid\n");
    for (int i = 0; i < 200; i++) {
      rows.append(
          "%s;%d.%03d;%s;%s\n"
              .formatted(
                  i == 41 ? "unbekannt" : i + ",5",
                  1 + i,
                  i,
                  i % 3 == 0 ? "f" : "m",
                  i % 2 == 0 ? "yes" : "no"));
    }
    Files.writeString(folder.resolve("comma.csv"), rows);
    Program.Result shown =
        run(
            "train",
            "comma.csv",
            "--decimal=,",
            "--label=repaid",
            "--group=sex",
            "--columns",
            "--json=comma.json");
    assertThat(shown.exitCode()).as(shown.err()).isZero();
    JsonNode columns =
        JSON.readTree(Files.readString(folder.resolve("comma.json"))).path("columns");
    assertThat(columns.path(0).path("kind").asText()).isEqualTo("number");
    assertThat(columns.path(0).path("odd").path("row").asInt()).isEqualTo(42);
    assertThat(columns.path(1).path("role").asText()).isEqualTo("left_out");
    assertThat(shown.out()).doesNotContain("--decimal").contains("is written with a point");
  }

  @Test
  void whatIsLearnedFromIsSaidAndKeptInTheModel() throws IOException {
    Program.Result trained =
        run(
            "train",
            "loans.csv",
            "--label=repaid",
            "--group=sex:own:m|*",
            "--group=sex&race",
            "--drop=age, years,a=b",
            "--method=threshold",
            "--require=demographic_parity<=0.2@sex&race",
            "--require=demographic_parity<=0.2@sex:own",
            "--replicates=100",
            "--out=m.evenhand",
            "--json=t.json");
    assertThat(trained.exitCode()).as(trained.err()).isZero();
    assertThat(trained.err())
        .contains("What is learned from: 3 of 9 columns")
        .contains("customer id has a value of its own for nearly every row")
        .contains("one cell of 400 that is none counts as missing: None in row 300");
    JsonNode tree = JSON.readTree(Files.readString(folder.resolve("t.json")));
    assertThat(tree.path("configuration").path("features"))
        .extracting(JsonNode::asText)
        .containsExactly("opened", "income", "@race");
    assertThat(tree.path("columns").path("columns")).hasSize(9);
    Program.Result decided = run("predict", "m.evenhand", "loans.csv", "--out=p.csv");
    assertThat(decided.exitCode()).as(decided.err()).isZero();
    assertThat(decided.err())
        .contains("1 row of column income holds what can't be read there, such as None");
    assertThat(
            run("predict", "m.evenhand", "loans.csv", "--rows=validation", "--out=v.csv")
                .exitCode())
        .isZero();
  }

  @Test
  void groupsThatNameNothingAreRefused() {
    Program.Result refused =
        run("train", "loans.csv", "--label=repaid", "--group=sex:own:q|*", "--out=no.evenhand");
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err())
        .contains(
            "column sex:own has no value q, which the group sex:own:q|* names; it has f, m, x");
    assertThat(folder.resolve("no.evenhand")).doesNotExist();
  }

  @Test
  void aGateNamesAColumnOfAnyName() {
    Program.Result gated =
        run(
            "audit",
            "loans.csv",
            "--label=repaid",
            "--prediction=repaid",
            "--group=@race",
            "--group=a=b",
            "--group=sex&race",
            "--replicates=100",
            "--fail-on=demographic_parity>0.9@@race",
            "--fail-on=demographic_parity>0.9@a=b",
            "--fail-on=demographic_parity>0.9@sex&race");
    assertThat(gated.exitCode()).as(gated.err()).isZero();
  }
}
