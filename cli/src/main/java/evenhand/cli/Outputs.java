package evenhand.cli;

import com.fasterxml.jackson.databind.JsonNode;
import evenhand.data.DataException;
import evenhand.data.WholeFile;
import evenhand.report.Json;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A text that goes to a file, whole or not at all, or to stdout for {@code -}. */
final class Outputs implements AutoCloseable {

  private final @Nullable WholeFile file;
  private final PrintWriter stdout;

  private Outputs(@Nullable WholeFile file, PrintWriter stdout) {
    this.file = file;
    this.stdout = stdout;
  }

  /** Opens the place now, so that one that can't be written is known before the work. */
  static Outputs open(String place, PrintWriter stdout) {
    return new Outputs(place.equals("-") ? null : WholeFile.open(Path.of(place)), stdout);
  }

  /** Prints what a report writes, and flushes. */
  static void print(PrintWriter stdout, Writing writing) {
    new Outputs(null, stdout).rows(writing);
  }

  /** Something that writes itself. */
  @FunctionalInterface
  interface Writing {
    void to(Appendable out) throws IOException;
  }

  void rows(Writing writing) {
    try {
      if (file == null) {
        writing.to(stdout);
        stdout.flush();
        if (stdout.checkError()) {
          throw new DataException("can't write to stdout");
        }
        return;
      }
      Writer out = new OutputStreamWriter(file.stream(), StandardCharsets.UTF_8);
      writing.to(out);
      out.flush();
      file.commit();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void json(JsonNode tree) {
    text(Json.text(tree));
  }

  void text(String text) {
    rows(out -> out.append(text));
  }

  @Override
  public void close() {
    if (file != null) {
      file.close();
    }
  }
}
