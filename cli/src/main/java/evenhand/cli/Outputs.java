package evenhand.cli;

import com.fasterxml.jackson.databind.JsonNode;
import evenhand.data.DataException;
import evenhand.data.WholeFile;
import evenhand.data.WholeFiles;
import evenhand.model.Model;
import evenhand.model.ModelFile;
import evenhand.report.Json;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One output of a command: a file, which appears by {@link #commit} together with the others, or
 * stdout for {@code -}, written at once.
 */
final class Outputs implements AutoCloseable {

  private static final String STDOUT = "-";

  private final @Nullable WholeFile file;
  private final PrintWriter stdout;
  private boolean written;

  private Outputs(@Nullable WholeFile file, PrintWriter stdout) {
    this.file = file;
    this.stdout = stdout;
  }

  /** Opens the place now, so that one that can't be written is known before the work. */
  static Outputs open(String place, PrintWriter stdout) {
    return new Outputs(isStdout(place) ? null : WholeFile.open(path(place)), stdout);
  }

  /** Whether a place, where one is given, is the standard output under one of its names. */
  static boolean isStdout(@Nullable String place) {
    return place != null && (place.equals(STDOUT) || WholeFile.isStdout(path(place)));
  }

  private static Path path(String place) {
    try {
      return Path.of(place);
    } catch (InvalidPathException e) {
      throw new DataException("can't write %s: it is no file name".formatted(place), e);
    }
  }

  /** Prints what a report writes, and flushes. */
  static void print(PrintWriter stdout, Writing writing) {
    new Outputs(null, stdout).rows(writing);
  }

  /** All files that were written, or none of them; what goes to stdout must be there before. */
  static void commit(Outputs... outputs) {
    WholeFiles.commit(
        Arrays.stream(outputs)
            .filter(output -> output.written)
            .map(output -> output.file)
            .filter(Objects::nonNull)
            .toList());
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
        Stdout.requireWritten(stdout);
        return;
      }
      Writer out = new OutputStreamWriter(file.stream(), StandardCharsets.UTF_8);
      writing.to(out);
      out.flush();
      written = true;
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

  /** For files alone. */
  void bytes(byte[] contents) {
    try {
      Objects.requireNonNull(file).stream().write(contents);
      written = true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void model(ModelFile files, Model model) {
    if (file != null) {
      files.write(model, file);
      written = true;
      return;
    }
    try (WholeFile bytes = WholeFile.stdout()) {
      files.write(model, bytes);
      bytes.finish();
    } catch (DataException e) {
      if (!(e.getCause() instanceof IOException failure && Stdout.hasLostItsReader(failure))) {
        throw e;
      }
    }
  }

  @Override
  public void close() {
    if (file != null) {
      file.close();
    }
  }
}
