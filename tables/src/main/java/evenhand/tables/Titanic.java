package evenhand.tables;

import evenhand.tables.CatalogueEntry.About;
import evenhand.tables.CatalogueEntry.Columns;
import evenhand.tables.CatalogueEntry.Label;
import evenhand.tables.CatalogueEntry.Part;
import evenhand.tables.CatalogueEntry.Sensitive;
import evenhand.tables.DatasetFile.Download;
import java.util.List;
import java.util.Set;

/** Titanic: who of 891 passengers survived (1912). */
final class Titanic {

  private Titanic() {}

  static DatasetSource source() {
    CatalogueEntry entry =
        new CatalogueEntry(
            "titanic",
            new About(
                "Titanic passengers (the Kaggle training split)",
                "Kaggle, Titanic: Machine Learning from Disaster, after Encyclopedia Titanica and"
                    + " the data of F. Harrell",
                "none stated by the origin; Kaggle's competition rules",
                List.of(
                    "Names hold quotes and commas.",
                    "Age is missing for 177 passengers, Cabin for 687, Embarked for 2.",
                    "PassengerId, Name, Ticket and Cabin name people or places on board and are no"
                        + " features.")),
            List.of(new Part("all", List.of(file()))),
            new Label("Survived", "1"),
            new Columns(
                List.of(Sensitive.of("Sex"), Sensitive.of("Pclass"), Sensitive.of("Age:18")),
                List.of("PassengerId", "Name", "Ticket", "Cabin")));
    ReadOptions options =
        ReadOptions.defaults()
            .withCsv(CsvFormat.defaults().withDelimiter(','))
            .withMissing(Set.of());
    return new FileDataset(entry, options, table -> table);
  }

  private static DatasetFile file() {
    return new DatasetFile(
        "titanic",
        "titanic.csv",
        "4a437fde05fe5264e1701a7387ac6fb75393772ba38bb2c9c566405af5af4bd7",
        60_302,
        List.of(
            Download.of(
                "https://raw.githubusercontent.com/datasciencedojo/datasets/"
                    + "f0ccab6a7ceafdff780052166fb6fab3311398eb/titanic.csv")));
  }
}
