package evenhand.cli;

import evenhand.columns.ColumnReview;
import evenhand.report.ColumnsJson;
import evenhand.report.ColumnsText;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/** How the columns of a table are understood, shown to people. */
final class Columns {

  private Columns() {}

  /** What is remarkable, before anything is learned from them. */
  static void remark(ColumnReview review, PrintWriter err) {
    Outputs.print(err, out -> ColumnsText.remarks(review, Screen.terminal(), out));
  }

  /**
   * All of them.
   *
   * @param json where to write them as JSON too; {@code -}: only so, to stdout
   */
  static int show(ColumnReview review, @Nullable String json, PrintWriter stdout) {
    if (json != null) {
      try (Outputs tree = Outputs.open(json, stdout)) {
        tree.json(ColumnsJson.document(review));
        Outputs.commit(tree);
      }
    }
    if (!Outputs.isStdout(json)) {
      Outputs.print(stdout, out -> ColumnsText.write(review, Screen.terminal(), out));
    }
    return ExitCode.DONE;
  }
}
