package evenhand.cli;

import evenhand.data.DataException;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The standard output, which unlike {@code System.out} keeps why it could not be written: where the
 * reader of a pipe has gone there is nobody to tell, else data are lost.
 */
final class Stdout extends PrintWriter {

  private static final int KIND = 0170000;
  private static final int PIPE = 0010000;
  private static final int SOCKET = 0140000;

  private final Sink sink;

  Stdout(OutputStream out) {
    this(new Sink(out));
  }

  private Stdout(Sink sink) {
    super(new OutputStreamWriter(new BufferedOutputStream(sink, 1 << 13), StandardCharsets.UTF_8));
    this.sink = sink;
  }

  static Stdout standard() {
    return new Stdout(new FileOutputStream(FileDescriptor.out));
  }

  /**
   * Flushes.
   *
   * @throws DataException when something printed so far was lost, though someone waits for it
   */
  static void requireWritten(PrintWriter stdout) {
    if (!stdout.checkError()) {
      return;
    }
    IOException failure = stdout instanceof Stdout known ? known.sink.failure : null;
    if (failure == null) {
      throw new DataException("can't write to stdout");
    }
    if (!hasLostItsReader(failure)) {
      throw new DataException("can't write to stdout: " + failure.getMessage(), failure);
    }
  }

  /** The words of a failure depend on the system's language; a pipe fails in no other way. */
  static boolean hasLostItsReader(IOException failure) {
    String said = Objects.toString(failure.getMessage()).toLowerCase(Locale.ROOT);
    if (said.contains("pipe") || said.contains("connection reset")) {
      return true;
    }
    try {
      int kind =
          Files.getAttribute(Path.of("/dev/fd/1"), "unix:mode") instanceof Integer mode
              ? mode & KIND
              : 0;
      return kind == PIPE || kind == SOCKET;
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return false;
    }
  }

  private static final class Sink extends FilterOutputStream {

    private @Nullable IOException failure;

    Sink(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      try {
        out.write(bytes, from, length);
      } catch (IOException e) {
        failure = e;
        throw e;
      }
    }
  }
}
