package evenhand.tables;

import evenhand.tables.CatalogueEntry.About;
import evenhand.tables.CatalogueEntry.Columns;
import evenhand.tables.CatalogueEntry.Label;
import evenhand.tables.CatalogueEntry.Part;
import evenhand.tables.CatalogueEntry.Sensitive;
import evenhand.tables.DatasetFile.Download;
import java.util.List;

/** Student Performance: final grades in two Portuguese schools (2005 to 2006). */
final class Student {

  private Student() {}

  static DatasetSource mathematics() {
    return source(
        "student-mat",
        "Student Performance (mathematics)",
        "student-mat.csv",
        "e47f9ee225e1ee6e69b7564e6dac7123e80b8486677fe111f351964cef5dec80",
        56_993);
  }

  static DatasetSource portuguese() {
    return source(
        "student-por",
        "Student Performance (Portuguese)",
        "student-por.csv",
        "a7594a11d7771c0efe1a740824e0e833da9c4cad07c39a9766a874575563fb3f",
        93_220);
  }

  private static DatasetSource source(
      String name, String title, String file, String sha256, long bytes) {
    CatalogueEntry entry =
        new CatalogueEntry(
            name,
            new About(
                title,
                "UCI Machine Learning Repository, dataset 320, doi:10.24432/C5TG7T (Cortez and"
                    + " Silva)",
                "CC BY 4.0",
                List.of(
                    "Fields are separated by semicolons.",
                    "The label is a grade from 0 to 20; as a binary label it is passed from 10 on.",
                    "G1 and G2 are earlier grades that tell most of G3; they are quoted in the"
                        + " file, and numbers.",
                    "382 pupils are in both files.")),
            List.of(
                new Part(
                    "all",
                    List.of(
                        new DatasetFile(
                            "student",
                            file,
                            sha256,
                            bytes,
                            List.of(
                                Download.of(
                                    "https://archive.ics.uci.edu/static/public/320/student+performance.zip",
                                    "student.zip",
                                    file),
                                Download.of(
                                    "https://archive.ics.uci.edu/ml/machine-learning-databases/00320/student.zip",
                                    file)))))),
            new Label("G3", ">=10"),
            new Columns(List.of(Sensitive.of("sex"), Sensitive.of("age:18")), List.of()));
    ReadOptions options = ReadOptions.defaults().withCsv(CsvFormat.defaults().withDelimiter(';'));
    return new FileDataset(entry, options, table -> table);
  }
}
