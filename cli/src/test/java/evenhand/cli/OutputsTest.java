package evenhand.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import evenhand.data.DataException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OutputsTest {

  @TempDir private Path folder;

  private final StringWriter said = new StringWriter();
  private final PrintWriter stdout = new PrintWriter(said);

  @Test
  void aDashIsStdout() {
    try (Outputs outputs = Outputs.open("-", stdout)) {
      outputs.text("grün\n");
      outputs.json(JsonNodeFactory.instance.objectNode().put("rows", 3));
    }
    assertThat(said).hasToString("grün\n{\n  \"rows\": 3\n}\n");
    Outputs.print(stdout, out -> out.append("more"));
    assertThat(said.toString()).as("flushed").endsWith("}\nmore");
  }

  @Test
  void aFileIsThereWhenItIsWhole() throws IOException {
    Path file = folder.resolve("r.html");
    try (Outputs outputs = Outputs.open(file.toString(), stdout)) {
      assertThat(file).doesNotExist();
      outputs.text("grün");
      assertThat(file).doesNotExist();
      Outputs.commit(outputs);
      assertThat(file).content().isEqualTo("grün");
    }
    assertThat(said.toString()).isEmpty();
    assertOnly(file);
  }

  @Test
  void whatWasThereStaysWhereWritingFails() throws IOException {
    Path file = Files.writeString(folder.resolve("r.html"), "before");
    IOException failure = new IOException("no more rows");
    try (Outputs outputs = Outputs.open(file.toString(), stdout)) {
      assertThatExceptionOfType(UncheckedIOException.class)
          .isThrownBy(
              () ->
                  outputs.rows(
                      out -> {
                        out.append("half");
                        throw failure;
                      }))
          .withCause(failure);
    }
    assertThat(file).content().isEqualTo("before");
    assertOnly(file);
  }

  @Test
  void nothingIsLeftWhereNothingWasWritten() throws IOException {
    Path file = folder.resolve("r.html");
    try (Outputs outputs = Outputs.open(file.toString(), stdout)) {
      assertThat(outputs).isNotNull();
    }
    try (var left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  private void assertOnly(Path file) throws IOException {
    try (var left = Files.list(folder)) {
      assertThat(left).containsExactly(file);
    }
  }

  @Test
  void aPlaceThatCanNotBeIsRefusedAtOnce() {
    String place = folder.resolve("none").resolve("r.html").toString();
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> Outputs.open(place, stdout))
        .withMessage("can't write %s: there is no folder %s", place, folder.resolve("none"));
  }

  @Test
  void aWriterThatFailsIsASentence() {
    PrintWriter broken =
        new PrintWriter(
            new Writer() {
              @Override
              public void write(char[] text, int from, int count) throws IOException {
                throw new IOException("broken pipe");
              }

              @Override
              public void flush() {}

              @Override
              public void close() {}
            });
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> Outputs.print(broken, out -> out.append("row")))
        .withMessage("can't write to stdout");
  }
}
