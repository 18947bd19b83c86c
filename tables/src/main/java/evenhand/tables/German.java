package evenhand.tables;

import evenhand.data.Column;
import evenhand.data.Table;
import evenhand.tables.CatalogueEntry.About;
import evenhand.tables.CatalogueEntry.Columns;
import evenhand.tables.CatalogueEntry.Label;
import evenhand.tables.CatalogueEntry.Part;
import evenhand.tables.CatalogueEntry.Sensitive;
import evenhand.tables.DatasetFile.Download;
import java.util.List;
import java.util.Set;

/** Statlog German Credit: who was a good credit risk (1994). */
final class German {

  private static final String SEX = "sex";
  private static final String STATUS_AND_SEX = "personal_status_sex";

  private German() {}

  static DatasetSource source() {
    CatalogueEntry entry =
        new CatalogueEntry(
            "german",
            new About(
                "Statlog (German Credit Data)",
                "UCI Machine Learning Repository, dataset 144, doi:10.24432/C5NC77 (Hofmann)",
                "CC BY 4.0",
                List.of(
                    "Fields are separated by one space, values are codes such as A11.",
                    "sex is derived from attribute 9, which mixes it with marital status: A92 is"
                        + " female, A91, A93 and A94 are male.",
                    "The publisher's costs are 5 for calling a bad risk good, 1 for the reverse.")),
            List.of(new Part("all", List.of(file()))),
            new Label("class", "1"),
            new Columns(
                List.of(
                    Sensitive.derived(SEX, STATUS_AND_SEX),
                    Sensitive.of("age:26"),
                    Sensitive.of("foreign_worker")),
                List.of(SEX)));
    ReadOptions options =
        ReadOptions.defaults()
            .withCsv(CsvFormat.defaults().withDelimiter(' ').withoutHeader(names()))
            .withMissing(Set.of());
    return new FileDataset(entry, options, German::tidy);
  }

  private static List<String> names() {
    return List.of(
        "checking_status",
        "duration",
        "credit_history",
        "purpose",
        "credit_amount",
        "savings",
        "employment",
        "installment_rate",
        STATUS_AND_SEX,
        "other_debtors",
        "residence_since",
        "property",
        "age",
        "other_installment_plans",
        "housing",
        "existing_credits",
        "job",
        "people_liable",
        "telephone",
        "foreign_worker",
        "class");
  }

  private static DatasetFile file() {
    return new DatasetFile(
        "german-credit",
        "german.data",
        "b21f3d81db8071257d5ff1deaeba1fd4303b62712e6fcc9715c7a86202cb5871",
        79_793,
        List.of(
            Download.of(
                "https://archive.ics.uci.edu/ml/machine-learning-databases/statlog/german/german.data"),
            Download.of(
                "https://archive.ics.uci.edu/static/public/144/statlog+german+credit+data.zip",
                "german.data")));
  }

  private static Table tidy(Table table) {
    Column code = table.column(STATUS_AND_SEX);
    return TableEdits.with(table, SEX, row -> "A92".equals(code.text(row)) ? "female" : "male");
  }
}
