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

/** Communities and Crime: violent crimes per head in US communities (1990 to 1995). */
final class Communities {

  private static final String BLACK_SHARE = "black_share";

  private static final String NAMES =
      """
      state county community communityname fold population householdsize racepctblack
      racePctWhite racePctAsian racePctHisp agePct12t21 agePct12t29 agePct16t24 agePct65up
      numbUrban pctUrban medIncome pctWWage pctWFarmSelf pctWInvInc pctWSocSec pctWPubAsst
      pctWRetire medFamInc perCapInc whitePerCap blackPerCap indianPerCap AsianPerCap
      OtherPerCap HispPerCap NumUnderPov PctPopUnderPov PctLess9thGrade PctNotHSGrad PctBSorMore
      PctUnemployed PctEmploy PctEmplManu PctEmplProfServ PctOccupManu PctOccupMgmtProf
      MalePctDivorce MalePctNevMarr FemalePctDiv TotalPctDiv PersPerFam PctFam2Par PctKids2Par
      PctYoungKids2Par PctTeen2Par PctWorkMomYoungKids PctWorkMom NumIlleg PctIlleg NumImmig
      PctImmigRecent PctImmigRec5 PctImmigRec8 PctImmigRec10 PctRecentImmig PctRecImmig5
      PctRecImmig8 PctRecImmig10 PctSpeakEnglOnly PctNotSpeakEnglWell PctLargHouseFam
      PctLargHouseOccup PersPerOccupHous PersPerOwnOccHous PersPerRentOccHous PctPersOwnOccup
      PctPersDenseHous PctHousLess3BR MedNumBR HousVacant PctHousOccup PctHousOwnOcc
      PctVacantBoarded PctVacMore6Mos MedYrHousBuilt PctHousNoPhone PctWOFullPlumb
      OwnOccLowQuart OwnOccMedVal OwnOccHiQuart RentLowQ RentMedian RentHighQ MedRent
      MedRentPctHousInc MedOwnCostPctInc MedOwnCostPctIncNoMtg NumInShelters NumStreet
      PctForeignBorn PctBornSameState PctSameHouse85 PctSameCity85 PctSameState85 LemasSwornFT
      LemasSwFTPerPop LemasSwFTFieldOps LemasSwFTFieldPerPop LemasTotalReq LemasTotReqPerPop
      PolicReqPerOffic PolicPerPop RacialMatchCommPol PctPolicWhite PctPolicBlack PctPolicHisp
      PctPolicAsian PctPolicMinor OfficAssgnDrugUnits NumKindsDrugsSeiz PolicAveOTWorked
      LandArea PopDens PctUsePubTrans PolicCars PolicOperBudg LemasPctPolicOnPatr
      LemasGangUnitDeploy LemasPctOfficDrugUn PolicBudgPerPop ViolentCrimesPerPop\
      """;

  private Communities() {}

  static DatasetSource source() {
    CatalogueEntry entry =
        new CatalogueEntry(
            "communities",
            new About(
                "Communities and Crime",
                "UCI Machine Learning Repository, dataset 183, doi:10.24432/C53W3X (Redmond)",
                "CC BY 4.0",
                List.of(
                    "The label is a rate in [0, 1]; as a binary label it is cut: above 0.7.",
                    "The first five columns say which community it is and are no features.",
                    "22 columns on police are missing for 1,675 of 1,994 communities.",
                    "black_share is derived: racepctblack above 0.06 or not.")),
            List.of(new Part("all", List.of(file()))),
            new Label("ViolentCrimesPerPop", ">0.7"),
            new Columns(
                List.of(Sensitive.derived(BLACK_SHARE, "racepctblack")),
                List.of("state", "county", "community", "communityname", "fold", BLACK_SHARE)));
    ReadOptions options =
        ReadOptions.defaults()
            .withCsv(
                CsvFormat.defaults()
                    .withDelimiter(',')
                    .withoutHeader(List.of(NAMES.strip().split("\\s+", -1))))
            .withMissing(Set.of("?"));
    return new FileDataset(entry, options, Communities::tidy);
  }

  private static DatasetFile file() {
    return new DatasetFile(
        "communities-crime",
        "communities.data",
        "d90d85bd66bad9a00fa0ed6c15ac017b5966d528e55ba2940ad028d071353f95",
        1_100_821,
        List.of(
            Download.of(
                "https://archive.ics.uci.edu/ml/machine-learning-databases/communities/communities.data"),
            Download.of(
                "https://archive.ics.uci.edu/static/public/183/communities+and+crime.zip",
                "communities.data")));
  }

  private static Table tidy(Table table) {
    Column.Numeric share = table.numeric("racepctblack");
    return TableEdits.with(
        table, BLACK_SHARE, row -> share.values()[row] > 0.06 ? ">0.06" : "<=0.06");
  }
}
