package evenhand.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data that is wrong: one sentence with file, row and column, exit code 2, nothing written. */
final class BadInputTest {

  @TempDir private Path folder;

  private String refused(Applicants people, String... more) {
    String data = people.in(folder, "people.csv");
    return Refusal.of(folder, Words.train(folder, data, more)).sentence();
  }

  private String refusedAudit(Applicants people, String... more) {
    String data = people.in(folder, "people.csv");
    return Refusal.of(folder, Words.audit(folder, data, more)).sentence();
  }

  private String refusedFile(String contents) throws IOException {
    Files.writeString(folder.resolve("people.csv"), contents);
    return Refusal.of(folder, Words.train(folder, "people.csv")).sentence();
  }

  @Test
  void missingColumn() {
    assertThat(refused(new Applicants().rename("approved", "granted")))
        .isEqualTo(
            "people.csv has no column approved; it has income, city, sex, weight, estimate, decision, granted");
    assertThat(refused(new Applicants(), "--group", "race"))
        .startsWith("people.csv has no column race; it has income, ");
    assertThat(refused(new Applicants(), "--drop", "wealth"))
        .startsWith("people.csv has no column wealth; it has income, ");
  }

  @Test
  void labelWithOneValue() {
    assertThat(refused(new Applicants().setAll("approved", "yes")))
        .isEqualTo(
            "people.csv: column approved has only the value yes; a binary outcome needs two");
  }

  @Test
  void labelWithThreeValues() {
    assertThat(refused(new Applicants().set(7, "approved", "later")))
        .isEqualTo(
            "people.csv, row 7, column approved: a binary outcome has two values, but here is a third: later, no, yes");
  }

  @Test
  void labelThatIsMissingSomewhere() {
    assertThat(refused(new Applicants().set(5, "approved", "")))
        .isEqualTo("people.csv, row 5, column approved: the value is missing; every row needs one");
  }

  @Test
  void aProcessSaysTheSame() {
    String data = new Applicants().set(6, "decision", "perhaps").in(folder, "people.csv");
    assertThat(Refusal.ofProcess(folder, Words.audit(folder, data)).sentence())
        .isEqualTo("people.csv, row 6, column decision: perhaps is neither yes nor no");
  }

  @Test
  void positiveValueAbsent() {
    assertThat(refused(new Applicants(), "--positive", "granted"))
        .isEqualTo(
            "people.csv: the positive value granted does not occur in column approved, which holds no and yes");
  }

  @Test
  void groupColumnAllMissing() {
    assertThat(refused(new Applicants().setAll("sex", "")))
        .isEqualTo("people.csv: every value of the group column sex is missing");
  }

  @Test
  void emptyFile() throws IOException {
    assertThat(refusedFile(""))
        .isEqualTo("people.csv is empty; a table with at least one row is needed");
  }

  @Test
  void fileOfAHeaderAlone() throws IOException {
    assertThat(refusedFile("income,sex,approved\n"))
        .isEqualTo("people.csv has no rows under its header; at least one is needed");
  }

  @Test
  void raggedRow() {
    assertThat(refused(new Applicants().lengthen(9)))
        .isEqualTo("people.csv, row 9 (line 10): 8 fields where 7 columns are expected");
  }

  @Test
  void duplicatedHeader() {
    assertThat(refused(new Applicants().rename("city", "income")))
        .isEqualTo(
            "people.csv, header: the name income stands at columns 1 and 2; every column needs its own name");
  }

  @Test
  void textInAColumnOfNumbers() {
    assertThat(refused(new Applicants().set(12, "income", "plenty"), "--type", "income=number"))
        .isEqualTo(
            "people.csv, row 12, column income: plenty is not a number, which the column is declared to hold");
  }

  @Test
  void scoresThatAreNoProbabilities() {
    for (String wrong : new String[] {"NaN", "Infinity", "1.5", "-0.1"}) {
      assertThat(refusedAudit(new Applicants().set(4, "estimate", wrong), "--score", "estimate"))
          .startsWith("people.csv, row 4, column estimate: ");
    }
  }

  @Test
  void decisionOfAnotherKind() {
    assertThat(refusedAudit(new Applicants().set(6, "decision", "perhaps")))
        .isEqualTo("people.csv, row 6, column decision: perhaps is neither yes nor no");
  }

  @Test
  void negativeWeight() {
    Applicants people = new Applicants().set(3, "weight", "-2");
    assertThat(refused(people, "--weight", "weight"))
        .isEqualTo(
            "people.csv, row 3, column weight: a weight must be a number of at least 0, was -2.0");
    assertThat(refusedAudit(people, "--weight", "weight"))
        .startsWith("people.csv, row 3, column weight: ");
  }

  @Test
  void weightsThatAreAllZero() {
    assertThat(refused(new Applicants().setAll("weight", "0"), "--weight", "weight"))
        .isEqualTo("people.csv: every weight in column weight is 0, at least one row must count");
  }

  @Test
  void noSuchFileOrCatalogueName() {
    assertThat(Refusal.of(folder, Words.train(folder, "nowhere.csv")).sentence())
        .isEqualTo("nowhere.csv: there is no such file");
    assertThat(Refusal.of(folder, Words.audit(folder, "adullt")).sentence()).contains("adullt");
    assertThat(Refusal.of(folder, "datasets", "adullt").sentence())
        .contains("adullt")
        .contains("german");
  }
}
