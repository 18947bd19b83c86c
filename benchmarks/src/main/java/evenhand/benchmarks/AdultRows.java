package evenhand.benchmarks;

import evenhand.data.Encoding;
import evenhand.data.GroupColumn;
import evenhand.data.Groups;
import evenhand.data.Outcome;
import evenhand.data.Sample;
import evenhand.data.Table;
import evenhand.tables.Catalogue;
import evenhand.tables.DataFolders;
import java.util.ArrayList;
import java.util.List;

/** Adult as the catalogue reads it, with sex, race and both crossed as groups. */
record AdultRows(Table training, Table test) {

  static AdultRows read() {
    Catalogue catalogue = new Catalogue(DataFolders.usual());
    return new AdultRows(catalogue.read("adult"), catalogue.read("adult:test"));
  }

  /** Of every column but the label and some others. */
  Encoding encoding(List<String> without) {
    List<String> features = new ArrayList<>(training.names());
    features.remove("income");
    features.removeAll(without);
    return Encoding.fit(training, features);
  }

  Sample sample(Encoding encoding, Table table) {
    Groups sex = GroupColumn.parse("sex").of(table);
    Groups race = GroupColumn.parse("race").of(table);
    return Sample.of(
        encoding.encode(table).matrix(),
        Outcome.of(table, "income", ">50K").read(table),
        List.of(sex, race, Groups.cross(List.of(sex, race))));
  }
}
