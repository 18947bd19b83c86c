package evenhand.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Options, requirements, gates and configurations that are wrong: exit code 2, nothing written. */
final class BadCommandLineTest {

  @TempDir private Path folder;

  @BeforeEach
  void write() {
    new Applicants().in(folder, "people.csv");
  }

  private String refused(String... more) {
    return Refusal.of(folder, Words.train(folder, "people.csv", more)).sentence();
  }

  private String refusedAudit(String... more) {
    return Refusal.of(folder, Words.audit(folder, "people.csv", more)).sentence();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "demographic_parity<=2|the bound of demographic_parity must be between 0 and 1, was 2.0",
        "demographic_parity<=-0.1|the bound of demographic_parity must be between 0 and 1, was -0.1",
        "demographic_parity 0.1|can't read the requirement demographic_parity 0.1; write it like",
        "equal_luck<=0.1|there is no parity equal_luck; the parities are demographic_parity, ",
        "demographic_parity>=0.1|the requirement demographic_parity>=0.1 needs <=: ",
        "demographic_parity:ratio<=0.8|the requirement demographic_parity:ratio<=0.8 needs >=: ",
        "demographic_parity:twice<=0.8|twice in the requirement demographic_parity:twice<=0.8 is not known; ",
        "demographic_parity<=0.1@race|the requirement demographic_parity<=0.1@race names no group",
        "predictive_value_parity<=0.1|predictive_value_parity can't be required in training: "
      })
  void requirement(String requirement, String sentence) {
    assertThat(refused("--require", requirement)).startsWith(sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "demographic_parity>-1|the bound of the gate demographic_parity must be ",
        "demographic_parity<0.1|the gate demographic_parity<0.1 needs >: ",
        "luck>0.1|luck in the gate luck>0.1 is not known; ",
        "demographic_parity>0.1@race|the gate demographic_parity>0.1@race names an attribute that was not audited; "
      })
  void gate(String gate, String sentence) {
    assertThat(refusedAudit("--fail-on", gate)).startsWith(sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--learner|forest|there is no learner forest; the learners are logistic, xgboost, tribuo:cart, tribuo:logistic, tribuo:random_forest, mlp",
        "--learner|xgbost|there is no learner xgbost; the learners are logistic, xgboost, tribuo:cart, tribuo:logistic, tribuo:random_forest, mlp; did you mean xgboost?",
        "--learner|tribuo:Nothing|Tribuo has no trainer here named \"Nothing\", ",
        "--learner-option|depth=3|the learner logistic has no option depth, its options are ",
        "--method|magic|there is no method magic; the methods are plain, reduction, grid, threshold, reweight, label-bias, moew",
        "--method-option|depth=3|method reduction has no option depth; it has pricing, ",
        "--method-option|max-fits=many|the option max-fits of method reduction must be a number ",
        "--method-option|max-fits=2.5|the option max-fits of method reduction must be a whole ",
        "--method-option|pricing=dear|the option pricing of method reduction must be one of ",
        "--validation|1.5|the validation share must be in [0, 1), was 1.5",
        "--min-rows|-3|the fewest rows of a group must be at least 1, was -3",
        "--delimiter|ab|the delimiter must be one character or the word tab, was ab",
        "--type|income=colour|the type income=colour must read COLUMN=number or COLUMN=category",
        "--group|income:5,x|x in the group income:5,x is not a number; write cuts like age:25,60, or merged values like race:White|*"
      })
  void setting(String option, String value, String sentence) {
    assertThat(refused(option + "=" + value)).startsWith(sentence);
  }

  @Test
  void nothingRequired() {
    assertThat(refused("--method", "reduction"))
        .isEqualTo(
            "there is no requirement to meet; state one with --require, or train with --method plain");
  }

  @Test
  void thresholdAndColumnsOfAnAudit() {
    assertThat(refusedAudit("--score", "estimate", "--threshold", "1.5"))
        .isEqualTo("the threshold must be between 0 and 1, was 1.5");
    assertThat(refusedAudit("--acceptance", "estimate"))
        .isEqualTo("give --prediction or --acceptance, not both: each holds decisions");
    assertThat(refusedAudit("--confidence", "1")).contains("confidence");
  }

  @Test
  void unknownOptionsAndCommands() {
    assertThat(Refusal.withHints(folder, Words.train(folder, "people.csv", "--fairness", "3")))
        .satisfies(
            refusal -> {
              assertThat(refusal.sentence()).contains("--fairness");
              assertThat(refusal.hints()).last().isEqualTo("See evenhand train --help.");
            });
    assertThat(Refusal.withHints(folder, "trian").sentence()).contains("trian");
    assertThat(Refusal.withHints(folder).sentence())
        .isEqualTo(
            "a command is needed: audit, train, predict, calibrate, threshold, frontier, condense, reproduce, datasets, help");
    assertThat(Refusal.withHints(folder, "train").sentence()).contains("DATA");
    assertThat(Refusal.withHints(folder, "train", "people.csv").sentence()).contains("--out=FILE");
    assertThat(
            Refusal.withHints(folder, Words.train(folder, "people.csv", "--seed", "one"))
                .sentence())
        .contains("--seed")
        .contains("one");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'seed: 1\nmethod: [plain\n'|c.yaml, line 2: not readable as YAML: it has no end",
        "'- seed\n'|c.yaml must hold options as NAME: VALUE lines",
        "''|c.yaml must hold options as NAME: VALUE lines",
        "'seed: {a: 1}\n'|c.yaml, line 1: the value of 'seed' must be a word or a number"
      })
  void configuration(String yaml, String sentence) throws IOException {
    Path file = Files.writeString(folder.resolve("c.yaml"), yaml);
    assertThat(refused("--config", file.toString())).isEqualTo(sentence);
  }

  @Test
  void configurationThatIsNotThereOrSaysTheUnknown() throws IOException {
    assertThat(refused("--config", folder.resolve("none.yaml").toString()))
        .isEqualTo("there is no configuration file none.yaml");
    Path file = Files.writeString(folder.resolve("c.yaml"), "fairness: 3\n");
    assertThat(
            Refusal.of(folder, Words.train(folder, "people.csv", "--config", file.toString()))
                .sentence())
        .startsWith("c.yaml, line 1: unknown option 'fairness'; ");
  }
}
