package evenhand.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import evenhand.audit.AttributeAudit;
import evenhand.train.CellEvidence;
import evenhand.train.Part;
import evenhand.train.TrainingEvidence;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is shown of the cells whose worst a method aims at; here those of race stand for them. */
final class CellReportTest {

  private static final TrainingEvidence WITHOUT = AdultEvidence.training();
  private static final TrainingEvidence WITH = with(race(true), race(false));

  private static AttributeAudit race(boolean model) {
    return model
        ? WITHOUT.parts().get(2).decisions().attribute("race")
        : WITHOUT.parts().get(2).plain().attribute("race");
  }

  private static TrainingEvidence with(AttributeAudit model, AttributeAudit plain) {
    return new TrainingEvidence(
        WITHOUT.label(),
        WITHOUT.positive(),
        WITHOUT.attributes(),
        WITHOUT.requirements(),
        WITHOUT.parts(),
        List.of(new CellEvidence(Part.TEST, model, plain)),
        WITHOUT.warnings(),
        WITHOUT.search(),
        WITHOUT.configuration(),
        WITHOUT.columns(),
        WITHOUT.fingerprints());
  }

  private static String text(TrainingEvidence evidence) throws IOException {
    StringBuilder out = new StringBuilder();
    TrainingText.write(evidence, Terminal.plain(), out);
    return out.toString();
  }

  @Test
  void theTerminalNamesEveryCellAndTheWorst() throws IOException {
    assertThat(text(WITH))
        .contains("accuracy by race, test")
        .contains("  Amer-Indian-Eskimo ")
        .containsPattern("worst +0\\.[0-9]{4} +0\\.[0-9]{4} +\\w+");
    assertThat(text(WITHOUT)).doesNotContain("worst");
  }

  @Test
  void thePageDrawsThemAndSaysTheWorst() {
    assertThat(HtmlReport.of(WITH))
        .contains("href=\"#cells\"")
        .contains("Worst cell: race")
        .contains("On test rows the model is least accurate on ");
    assertThat(HtmlReport.of(WITHOUT)).doesNotContain("Worst cell");
  }

  @Test
  void jsonHasAllOfThem() {
    JsonNode cells = TrainingJson.tree(WITH).path("cells");
    JsonNode worst = cells.path(0).path("model").path("worst");

    assertThat(cells.path(0).path("part").asText()).isEqualTo("test");
    assertThat(cells.path(0).path("attribute").asText()).isEqualTo("race");
    assertThat(cells.path(0).path("model").path("cells")).hasSize(5);
    double least = 1;
    for (JsonNode cell : cells.path(0).path("model").path("cells")) {
      least = Math.min(least, cell.path("accuracy").path("value").asDouble());
    }
    assertThat(worst.path("accuracy").path("value").asDouble()).isEqualTo(least);
    assertThat(worst.path("reason").isNull()).isTrue();
    assertThat(TrainingJson.tree(WITHOUT).has("cells")).isFalse();
  }
}
