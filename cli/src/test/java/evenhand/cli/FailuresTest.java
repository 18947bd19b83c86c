package evenhand.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import evenhand.data.DataException;
import evenhand.metric.Statistic;
import evenhand.parity.UndefinedRateException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

final class FailuresTest {

  private final Failures failures = new Failures();
  private final StringWriter said = new StringWriter();
  private final CommandLine line =
      new CommandLine(new Main()).setErr(new PrintWriter(said)).setOut(new PrintWriter(said));

  private int of(Exception failure) {
    return failures.ofCommand(failure, line, line.parseArgs());
  }

  @Test
  void wrongDataIsItsSentenceAndNoMore() {
    assertThat(of(new DataException("people.csv, row 3: too long"))).isEqualTo(2);
    assertThat(said).hasToString("evenhand: people.csv, row 3: too long" + System.lineSeparator());
  }

  @Test
  void aRateThatIsNotThereIsInsufficientEvidence() {
    assertThat(of(new UndefinedRateException(Statistic.TRUE_POSITIVE_RATE, "sex", "F")))
        .isEqualTo(4);
    assertThat(said.toString()).startsWith("evenhand: ").contains("true_positive_rate", "sex", "F");
  }

  @Test
  void whatNobodyForesawIsAFailure() {
    assumeTrue(System.getenv("EVENHAND_TRACE") == null, "EVENHAND_TRACE is set");
    assertThat(of(new IllegalStateException("a slip"))).isEqualTo(1);
    assertThat(said.toString())
        .startsWith("evenhand: failed unexpectedly: java.lang.IllegalStateException: a slip;")
        .contains("EVENHAND_TRACE=1")
        .doesNotContain("\tat ");
  }

  @Test
  void aWrongCommandLineSaysWhereHelpIs() {
    int code = line.setParameterExceptionHandler(failures::ofCommandLine).execute("trian");
    assertThat(code).isEqualTo(2);
    assertThat(said.toString())
        .startsWith("evenhand: ")
        .contains("trian")
        .contains("Did you mean")
        .contains("train")
        .endsWith("See evenhand --help." + System.lineSeparator());
  }

  private int guarded(RuntimeException failure) {
    return failures.guarded(
        line,
        () -> {
          throw failure;
        });
  }

  private int guarded(Error failure) {
    return failures.guarded(
        line,
        () -> {
          throw failure;
        });
  }

  @Test
  void workBeforeACommandIsGuardedToo() {
    assertThat(failures.guarded(line, () -> 3)).isEqualTo(3);
    assertThat(said.toString()).isEmpty();
    assertThat(guarded(new DataException("there is no configuration file c.yaml"))).isEqualTo(2);
    assertThat(said.toString()).startsWith("evenhand: there is no configuration file c.yaml");
    assertThat(guarded(new IllegalStateException("a slip"))).isEqualTo(1);
    assertThat(said.toString()).contains("evenhand: failed unexpectedly: ");
  }

  @Test
  void anEndOfTheMemoryIsASentenceWhereverItCameFrom() {
    assumeTrue(System.getenv("EVENHAND_TRACE") == null, "EVENHAND_TRACE is set");
    assertThat(guarded(new OutOfMemoryError("Java heap space"))).isEqualTo(1);
    assertThat(
            of(
                new IllegalStateException(
                    new java.util.concurrent.ExecutionException(
                        new OutOfMemoryError("in a worker")))))
        .isEqualTo(1);
    assertThat(of(new IllegalStateException("std::bad_alloc"))).isEqualTo(1);
    assertThat(said.toString().lines())
        .hasSize(3)
        .allMatch(each -> each.startsWith("evenhand: the memory is not enough, "))
        .allMatch(each -> each.contains("EVENHAND_JAVA_OPTS=-Xmx8g"));
  }

  @Test
  void aStackThatEndsIsASentence() {
    assumeTrue(System.getenv("EVENHAND_TRACE") == null, "EVENHAND_TRACE is set");
    assertThat(guarded(new StackOverflowError())).isEqualTo(1);
    assertThat(said.toString().lines()).hasSize(1);
  }
}
