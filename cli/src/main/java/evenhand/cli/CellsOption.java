package evenhand.cli;

import evenhand.tables.TableWriter;
import picocli.CommandLine.Option;

/** How cells are written to CSV. */
final class CellsOption {

  @Option(
      names = "--safe-cells",
      description = {
        "Write an apostrophe before cells that a spreadsheet would run as formulas: those that"
            + " begin",
        "with =, +, -, @, a tab or a line end and are no numbers."
      })
  private boolean safe;

  TableWriter.Cells cells() {
    return safe ? TableWriter.Cells.SAFE : TableWriter.Cells.AS_THEY_ARE;
  }

  boolean isSafe() {
    return safe;
  }
}
