package evenhand.report;

import evenhand.report.Terminal.Look;
import evenhand.report.TextTable.Cell;
import java.io.IOException;

/** Paragraphs and tables, written to a terminal line by line, each line ended by {@code \n}. */
final class TextPage {

  private final Terminal terminal;
  private final Appendable out;

  TextPage(Terminal terminal, Appendable out) {
    this.terminal = terminal;
    this.out = out;
  }

  int width() {
    return terminal.width();
  }

  void blank() throws IOException {
    out.append('\n');
  }

  /** Folded to the width. */
  void paragraph(Look look, String indent, String text) throws IOException {
    String printable = new Cell(text, look).text();
    for (String line : TextTable.fold(printable, terminal.width() - indent.length())) {
      out.append(indent).append(terminal.paint(look, line)).append('\n');
    }
  }

  void table(String indent, TextTable table) throws IOException {
    for (String line : table.lines(terminal, indent)) {
      out.append(line).append('\n');
    }
  }
}
