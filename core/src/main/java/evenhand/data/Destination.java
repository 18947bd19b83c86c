package evenhand.data;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the name of an output leads: through symbolic links to a file, there or not, or to what
 * takes bytes as they come and must never be replaced, such as a pipe, a terminal or an open file
 * descriptor.
 *
 * @param named as the person wrote it
 * @param place behind every link
 * @param streams whether it takes bytes as they come
 */
record Destination(Path named, Path place, boolean streams) {

  private static final int MOST_LINKS = 40;
  private static final int KIND = 0170000;
  private static final int PIPE = 0010000;
  private static final int CHARACTER_DEVICE = 0020000;
  private static final Pattern DESCRIPTOR =
      Pattern.compile("(?:/proc/([0-9]+)(?:/task/[0-9]+)?/fd|/dev/fd)/([0-9]+)");

  /** This process's standard output. */
  static Destination stdout() {
    return new Destination(Path.of("-"), Path.of("/dev/fd/1"), true);
  }

  /**
   * @throws DataException for a folder, a file in no folder, and what is neither a file nor takes
   *     bytes as they come
   */
  static Destination of(Path named) {
    try {
      Path place = named.toAbsolutePath();
      for (int links = 0; links < MOST_LINKS; links++) {
        place = inItsFolder(named, place);
        if (descriptor(place) != null) {
          return new Destination(named, place, true);
        }
        if (!Files.isSymbolicLink(place)) {
          return new Destination(named, place, streams(named, place));
        }
        place = place.resolveSibling(Files.readSymbolicLink(place));
      }
      throw new DataException("can't write %s: its symbolic links have no end".formatted(named));
    } catch (IOException e) {
      throw new DataException("can't write %s: %s".formatted(named, e.getMessage()), e);
    }
  }

  private static Path inItsFolder(Path named, Path place) throws IOException {
    Path folder = place.getParent();
    Path name = place.getFileName();
    if (folder == null || name == null || Files.isDirectory(place)) {
      throw new DataException(
          "can't write %s: it is a folder, a file name is needed".formatted(named));
    }
    if (!Files.isDirectory(folder)) {
      throw new DataException("can't write %s: there is no folder %s".formatted(named, folder));
    }
    return folder.toRealPath().resolve(name);
  }

  private static boolean streams(Path named, Path place) throws IOException {
    if (!Files.exists(place) || Files.isRegularFile(place)) {
      return false;
    }
    int kind = 0;
    if (place.getFileSystem().supportedFileAttributeViews().contains("unix")
        && Files.getAttribute(place, "unix:mode") instanceof Integer mode) {
      kind = mode & KIND;
    }
    if (kind != PIPE && kind != CHARACTER_DEVICE) {
      throw new DataException(
          "can't write %s: it is no file, pipe or character device".formatted(named));
    }
    return true;
  }

  /** Whether it is this process's standard output. */
  boolean isStdout() {
    return streams && "1".equals(descriptor(place));
  }

  private static @Nullable String descriptor(Path place) {
    Matcher matcher = DESCRIPTOR.matcher(place.toString());
    if (!matcher.matches()) {
      return null;
    }
    String process = matcher.group(1);
    boolean ours = process == null || process.equals(Long.toString(ProcessHandle.current().pid()));
    return ours ? matcher.group(2) : "";
  }

  /** A stream into what takes bytes as they come; a standard one stays open when it is closed. */
  OutputStream stream() throws IOException {
    String descriptor = String.valueOf(descriptor(place));
    return switch (descriptor) {
      case "1" -> new StaysOpen(FileDescriptor.out);
      case "2" -> new StaysOpen(FileDescriptor.err);
      // at the end of what the shell has opened, and never cutting it off
      default -> Files.newOutputStream(place, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    };
  }

  private static final class StaysOpen extends FileOutputStream {

    StaysOpen(FileDescriptor descriptor) {
      super(descriptor);
    }

    @Override
    public void close() {
      // others write to it too
    }
  }
}
