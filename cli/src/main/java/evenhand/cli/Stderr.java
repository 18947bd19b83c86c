package evenhand.cli;

import evenhand.report.Visible;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** The standard error: what is printed as a line is one line, whatever names from data hold. */
final class Stderr extends PrintWriter {

  private static final int LONGEST = 1500;

  Stderr(OutputStream err) {
    super(new OutputStreamWriter(err, StandardCharsets.UTF_8), true);
  }

  static Stderr standard() {
    return new Stderr(new FileOutputStream(FileDescriptor.err));
  }

  /** Prints why the program ends. */
  static void failure(PrintWriter err, String sentence) {
    err.println(Screen.failure() + sentence);
    err.flush();
  }

  @Override
  public void println(String line) {
    String name = line.startsWith(Screen.failure()) ? Screen.failure() : "";
    super.println(name + Visible.cut(line.substring(name.length()), LONGEST));
  }
}
