package evenhand.report;

import evenhand.audit.Measurement;
import evenhand.frontier.Candidate;
import evenhand.frontier.FrontierEvidence;
import evenhand.frontier.Measures;
import evenhand.frontier.PartFrontier;
import evenhand.frontier.Place;
import evenhand.frontier.Selection;
import evenhand.parity.Verdict;
import evenhand.report.Terminal.Look;
import evenhand.report.TextTable.Align;
import evenhand.report.TextTable.Cell;
import evenhand.train.Part;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A frontier as a few lines for a terminal. */
public final class FrontierText {

  private final FrontierEvidence evidence;
  private final PartFrontier choice;
  private final TextPage page;

  private FrontierText(FrontierEvidence evidence, TextPage page) {
    this.evidence = evidence;
    this.choice = evidence.ofChoice();
    this.page = page;
  }

  /** Writes whole lines, each ended by {@code \n}. */
  public static void write(FrontierEvidence evidence, Terminal terminal, Appendable out)
      throws IOException {
    new FrontierText(evidence, new TextPage(terminal, out)).write();
  }

  private void write() throws IOException {
    for (String note : evidence.notes()) {
      page.paragraph(Look.DOUBTFUL, "", "warning: " + note);
    }
    page.paragraph(Look.STRONG, "", FrontierWords.title(evidence));
    page.paragraph(Look.FAINT, "", FrontierWords.counts(evidence));
    page.blank();
    frontier();
    page.blank();
    if (evidence.selection().isPresent()) {
      chosen(evidence.selection().get());
    }
    for (String sentence : FrontierWords.shape(evidence, choice)) {
      page.paragraph(Look.FAINT, "", sentence);
    }
  }

  private void frontier() throws IOException {
    Align[] aligns = new Align[3 + 2 * shown().size()];
    Arrays.fill(aligns, Align.RIGHT);
    aligns[0] = Align.LEFT;
    aligns[aligns.length - 1] = Align.LEFT;
    TextTable table = new TextTable(aligns);
    List<Cell> parts = new ArrayList<>(List.of(Cell.of("")));
    List<Cell> header = new ArrayList<>(List.of(Cell.faint("candidate")));
    for (PartFrontier part : shown()) {
      parts.add(Cell.faint(part.part().id()));
      parts.add(Cell.of(""));
      header.add(Cell.faint(FrontierWords.merit(evidence)));
      header.add(Cell.faint(evidence.axes().gapWord()));
    }
    header.add(Cell.faint("on frontier"));
    table.add(parts);
    table.add(header);
    for (int member : choice.members()) {
      table.add(row(member));
    }
    evidence
        .chosen()
        .filter(chosen -> !choice.members().contains(chosen))
        .ifPresent(chosen -> table.add(row(chosen)));
    page.table("", table);
  }

  /** The rows of the choice and the test rows; three parts would not fit beside each other. */
  private List<PartFrontier> shown() {
    return evidence.parts().stream()
        .filter(part -> part.part() == choice.part() || part.part() == Part.TEST)
        .toList();
  }

  private List<Cell> row(int number) {
    Candidate candidate = evidence.candidates().get(number);
    boolean chosen = evidence.chosen().equals(Optional.of(number));
    List<Cell> cells = new ArrayList<>();
    String name = (chosen ? "> " : "  ") + candidate.id();
    cells.add(chosen ? new Cell(name, Look.GOOD) : Cell.of(name));
    for (PartFrontier part : shown()) {
      Optional<Measures> measures = candidate.on(part.part());
      boolean used = part.part() == choice.part();
      cells.add(cell(measures.map(Measures::merit), used));
      cells.add(cell(measures.map(Measures::gap), used));
    }
    Place place = choice.places().get(number);
    cells.add(
        Cell.faint(
            place.onFrontier().isPresent()
                ? FrontierWords.percent(place.onFrontier().getAsDouble())
                : Numbers.NONE));
    cells.add(
        Cell.faint(
            choice.knee().equals(Optional.of(number))
                ? (chosen ? "chosen, knee" : "knee")
                : chosen ? "chosen" : ""));
    return cells;
  }

  private static Cell cell(Optional<Measurement> measured, boolean used) {
    String text = measured.map(found -> Numbers.gap(found.value())).orElse(Numbers.NONE);
    return used ? Cell.strong(text) : Cell.of(text);
  }

  private void chosen(Selection selection) throws IOException {
    Look look =
        switch (selection.verdict()) {
          case MET -> Look.GOOD;
          case NOT_MET -> Look.BAD;
          case INSUFFICIENT_EVIDENCE -> Look.DOUBTFUL;
        };
    page.paragraph(look, "", FrontierWords.selection(evidence, selection));
    for (Part part : selection.verdicts().keySet()) {
      Verdict verdict = selection.verdicts().get(part);
      if (part != selection.rows() && verdict != null) {
        page.paragraph(Look.NORMAL, "", FrontierWords.rescored(evidence, selection, part, verdict));
      }
    }
    if (selection.knownBefore() > 0) {
      page.paragraph(Look.DOUBTFUL, "", FrontierWords.knownBefore(selection));
    }
  }
}
