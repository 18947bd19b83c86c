package evenhand.tables;

import evenhand.data.Table;
import evenhand.tables.CatalogueEntry.About;
import evenhand.tables.CatalogueEntry.Columns;
import evenhand.tables.CatalogueEntry.Label;
import evenhand.tables.CatalogueEntry.Part;
import evenhand.tables.CatalogueEntry.Sensitive;
import evenhand.tables.DatasetFile.Download;
import java.util.List;
import java.util.Set;

/**
 * COMPAS: who was charged again within two years of a risk score (Broward County, 2013 to 2016).
 */
final class Compas {

  /** They name people and cases; dropped as soon as the file is read. */
  private static final Set<String> IDENTIFYING =
      Set.of("name", "first", "last", "dob", "c_case_number", "r_case_number", "vr_case_number");

  private Compas() {}

  static DatasetSource source() {
    CatalogueEntry entry =
        new CatalogueEntry(
            "compas",
            new About(
                "COMPAS two-year recidivism, direct identifiers removed",
                "ProPublica, Machine Bias (2016), https://github.com/propublica/compas-analysis",
                "none stated by the origin; published for anyone to check the analysis",
                List.of(
                    "The columns that name people and cases are dropped on reading.",
                    "decile_score and priors_count each stand twice in the header; the first is"
                        + " kept.",
                    "No feature: dates, identifiers, COMPAS's own scores, and what is known only"
                        + " afterwards.",
                    "ProPublica's filter on days_b_screening_arrest, is_recid, c_charge_degree and"
                        + " score_text leaves 6,172 rows; it is not applied.")),
            List.of(new Part("all", files())),
            new Label("two_year_recid", "1"),
            new Columns(
                List.of(
                    Sensitive.of("race"), Sensitive.of("sex"), Sensitive.derived("age_cat", "age")),
                leftOut()));
    ReadOptions options =
        ReadOptions.defaults()
            .withCsv(
                CsvFormat.defaults()
                    .withDelimiter(',')
                    .withDuplicates(CsvFormat.Duplicates.FIRST_KEPT));
    return new FileDataset(entry, options, Compas::tidy);
  }

  private static List<String> leftOut() {
    return List.of(
        "id",
        "compas_screening_date",
        "decile_score",
        "c_jail_in",
        "c_jail_out",
        "c_offense_date",
        "c_arrest_date",
        "is_recid",
        "r_charge_degree",
        "r_days_from_arrest",
        "r_offense_date",
        "r_charge_desc",
        "r_jail_in",
        "r_jail_out",
        "violent_recid",
        "is_violent_recid",
        "vr_charge_degree",
        "vr_offense_date",
        "vr_charge_desc",
        "type_of_assessment",
        "score_text",
        "screening_date",
        "v_type_of_assessment",
        "v_decile_score",
        "v_score_text",
        "v_screening_date",
        "in_custody",
        "out_custody",
        "start",
        "end",
        "event");
  }

  private static List<DatasetFile> files() {
    return List.of(
        new DatasetFile(
            "compas",
            "compas-scores-two-years.csv",
            "c451db85908b2f7fef1d83203bedf6b71ecda0d5af468d82ae62178f91d0cc7d",
            2_546_489,
            List.of(
                Download.of(
                    "https://raw.githubusercontent.com/propublica/compas-analysis/"
                        + "bafff5da3f2e45eca6c2d5055faad269defd135a/compas-scores-two-years.csv"))),
        new DatasetFile(
            "compas",
            "compas-scores-two-years-deidentified.csv",
            "a5e5c34bfd2d1f065bb12a44c0323421baf74b98b97d585915a0c2e1513ecaba",
            2_076_659,
            List.of()));
  }

  private static Table tidy(Table table) {
    return TableEdits.without(table, IDENTIFYING);
  }
}
