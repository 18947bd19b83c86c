package evenhand;

import static com.tngtech.archunit.core.domain.JavaModifier.ABSTRACT;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** The arrows of the house: which package may know which. */
final class ArchitectureTest {

  private static final JavaClasses EVENHAND =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("evenhand");

  @Test
  void packagesHaveNoCycles() {
    holds(slices().matching("evenhand.(*)..").should().beFreeOfCycles());
  }

  @Test
  void dataKnowsNothingElse() {
    holds(mayUse("data"));
  }

  @Test
  void columnsKnowData() {
    holds(mayUse("columns", "data"));
  }

  @Test
  void metricsKnowData() {
    holds(mayUse("metric", "data"));
  }

  @Test
  void paritiesKnowMetrics() {
    holds(mayUse("parity", "data", "metric"));
  }

  @Test
  void auditsKnowParities() {
    holds(mayUse("audit", "data", "metric", "parity"));
  }

  @Test
  void learnersKnowData() {
    holds(mayUse("learner", "data"));
  }

  @Test
  void reductionsKnowParitiesAndLearners() {
    holds(mayUse("reduce", "data", "metric", "parity", "learner"));
  }

  @Test
  void calibrationKnowsAudits() {
    holds(mayUse("calibrate", "data", "metric", "parity", "audit", "learner"));
  }

  @Test
  void modelsKnowWhatHappensAfterAScore() {
    holds(mayUse("model", "data", "learner", "calibrate", "threshold"));
  }

  @Test
  void thresholdsKnowParities() {
    holds(mayUse("threshold", "data", "metric", "parity"));
  }

  @Test
  void adaptersTablesAndReportsKnowOnlyCore() {
    holds(mayUse("tables", "data", "metric"));
    holds(mayUse("learners", "data", "learner", "model"));
    holds(
        mayUse(
            "torch",
            "data",
            "metric",
            "learner",
            "loss",
            "parity",
            "reduce",
            "gradient",
            "train",
            "model"));
    holds(mayUse("loss", "data", "metric", "parity", "learner"));
    holds(
        mayUse(
            "report",
            "data",
            "columns",
            "metric",
            "parity",
            "audit",
            "calibrate",
            "threshold",
            "train",
            "frontier"));
  }

  @Test
  void reweightingKnowsParitiesAndLearners() {
    holds(mayUse("reweight", "data", "metric", "parity", "learner"));
  }

  @Test
  void gradientsKnowNothingElse() {
    holds(mayUse("gradient"));
  }

  @Test
  void reproductionsMayUseEveryModule() {
    holds(
        noClasses()
            .that()
            .resideInAPackage("evenhand.papers..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("evenhand.cli.."));
    holds(
        noClasses()
            .that()
            .resideOutsideOfPackages("evenhand.papers..", "evenhand.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("evenhand.papers.."));
  }

  @Test
  void frontiersKnowAuditsAndTraining() {
    holds(mayUse("frontier", "data", "metric", "parity", "audit", "train"));
  }

  @Test
  void nativeAndHeavyLibrariesStayInTheirModules() {
    holds(onlyIn("tables", "org.duckdb.."));
    holds(onlyIn("learners", "ml.dmlc..", "org.tribuo.."));
    holds(onlyIn("torch", "org.bytedeco.."));
    holds(onlyIn("report", "org.knowm.."));
    holds(onlyIn("cli", "picocli..", "me.tongfei.."));
    holds(
        noClasses()
            .that()
            .resideOutsideOfPackages("evenhand.reduce..", "evenhand.threshold..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.ojalgo.."));
  }

  @Test
  void concreteMeansFinal() {
    holds(
        classes()
            .that()
            .areNotInterfaces()
            .and()
            .areNotEnums()
            .and()
            .areNotAnonymousClasses()
            .and()
            .doNotHaveModifier(ABSTRACT)
            .and()
            .doNotHaveFullyQualifiedName("evenhand.data.DataException")
            .should()
            .haveModifier(FINAL));
  }

  @Test
  void randomnessIsHandedIn() {
    holds(
        noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.security.SecureRandom")
            .orShould()
            .callMethod(Math.class, "random"));
  }

  @Test
  void nothingIsSerialisedByJava() {
    holds(
        noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.io.ObjectInputStream")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.io.ObjectOutputStream"));
  }

  private static void holds(ArchRule rule) {
    rule.check(EVENHAND);
  }

  private static ArchRule mayUse(String name, String... others) {
    String[] allowed = new String[others.length + 1];
    allowed[0] = "evenhand." + name + "..";
    for (int i = 0; i < others.length; i++) {
      allowed[i + 1] = "evenhand." + others[i] + "..";
    }
    return noClasses()
        .that()
        .resideInAPackage(allowed[0])
        .should()
        .dependOnClassesThat(
            com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage("evenhand..")
                .and(
                    com.tngtech.archunit.base.DescribedPredicate.not(
                        com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage(
                            allowed))));
  }

  private static ArchRule onlyIn(String name, String... libraries) {
    return noClasses()
        .that()
        .resideOutsideOfPackage("evenhand." + name + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(libraries);
  }
}
