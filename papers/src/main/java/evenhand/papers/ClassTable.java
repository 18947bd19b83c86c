package evenhand.papers;

import evenhand.report.ReproducedTable;
import evenhand.report.ReproducedTable.Column;
import evenhand.report.ReproducedTable.Entry;
import evenhand.report.ReproducedTable.Measured;
import evenhand.report.ReproducedTable.Published;
import evenhand.report.ReproducedTable.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * A table of TPRD, maxFNR and accuracy, as in Yan et al., "FORML", 2022.
 *
 * @param paper by method, each with its standard error behind it: shape [6]
 * @param ours runs by method, in the order of the rows
 */
record ClassTable(String title, Map<String, double[]> paper, Map<String, List<ClassScores>> ours) {

  private static final List<ToDoubleFunction<ClassScores>> FIGURES =
      List.of(ClassScores::gap, ClassScores::worst, ClassScores::accuracy);

  /** Of runs whose cells hold {@link #figures}: the paper's methods, then what else was run. */
  static ClassTable of(String title, Map<String, double[]> paper, Map<String, List<Cell>> cells) {
    Map<String, List<ClassScores>> ours = new LinkedHashMap<>();
    paper.keySet().forEach(method -> ours.put(method, List.of()));
    cells.forEach(
        (method, runs) -> ours.put(method, runs.stream().map(cell -> scores(cell, "")).toList()));
    return new ClassTable(title, paper, ours);
  }

  /** What one run's cell holds. */
  static Map<String, Double> figures(ClassScores scores) {
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("gap", scores.gap());
    figures.put("worst", scores.worst());
    figures.put("accuracy", scores.accuracy());
    return figures;
  }

  /** From a run's cell. */
  static ClassScores scores(Cell cell, String prefix) {
    return new ClassScores(
        cell.figure(prefix + "gap"),
        cell.figure(prefix + "worst"),
        cell.figure(prefix + "accuracy"));
  }

  ReproducedTable table() {
    List<Row> rows = new ArrayList<>();
    ours.forEach((method, runs) -> rows.add(new Row(method, entries(method, runs))));
    return new ReproducedTable(
        title,
        List.of(
            new Column("TPRD (%)", 2), new Column("maxFNR (%)", 2), new Column("accuracy (%)", 2)),
        rows);
  }

  private List<Entry> entries(String method, List<ClassScores> runs) {
    List<Entry> entries = new ArrayList<>();
    Optional<double[]> printed = Optional.ofNullable(paper.get(method));
    for (int f = 0; f < FIGURES.size(); f++) {
      int at = 2 * f;
      entries.add(
          new Entry(
              printed.map(all -> Published.of(all[at], all[at + 1])),
              runs.isEmpty()
                  ? Optional.empty()
                  : Optional.of(Measured.of(runs.stream().mapToDouble(FIGURES.get(f)).toArray()))));
    }
    return entries;
  }
}
