package evenhand.data;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that appears whole or not at all: written under a temporary name beside its place and
 * moved there by {@link #commit}. Closed or abandoned before that, it leaves nothing behind.
 * Opening it early shows an unwritable folder before the work is done.
 */
public final class WholeFile implements AutoCloseable {

  private final Path target;
  private final Path temporary;
  private final OutputStream out;
  private final Thread onExit;
  private boolean committed;

  private WholeFile(Path target, Path temporary, OutputStream out) {
    this.target = target;
    this.temporary = temporary;
    this.out = out;
    this.onExit = new Thread(this::discard, "discard " + temporary.getFileName());
  }

  /**
   * @throws DataException when the folder is missing or not writable, or the target is a folder
   */
  public static WholeFile open(Path target) {
    Path place = target.toAbsolutePath();
    Path folder = place.getParent();
    Path name = place.getFileName();
    if (folder == null || name == null || Files.isDirectory(place)) {
      throw new DataException(
          "can't write %s: it is a folder, a file name is needed".formatted(target));
    }
    if (!Files.isDirectory(folder)) {
      throw new DataException("can't write %s: there is no folder %s".formatted(target, folder));
    }
    if (Files.exists(place) && !Files.isRegularFile(place)) {
      throw new DataException("can't write %s: it is not an ordinary file".formatted(target));
    }
    try {
      Path temporary =
          folder.resolve(
              ".%s.%d-%d.part".formatted(name, ProcessHandle.current().pid(), System.nanoTime()));
      OutputStream raw =
          Files.newOutputStream(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      WholeFile file =
          new WholeFile(
              target, temporary, new Reporting(new BufferedOutputStream(raw, 1 << 16), target));
      Runtime.getRuntime().addShutdownHook(file.onExit);
      return file;
    } catch (IOException e) {
      throw new DataException(
          "can't write %s: the folder %s is not writable".formatted(target, folder), e);
    }
  }

  /** Where to write; an error becomes a {@link DataException} that names the target. */
  public OutputStream stream() {
    return out;
  }

  /** Puts the finished file in its place, over a file that may be there. */
  public void commit() {
    try {
      out.close();
      try {
        Files.move(
            temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
      }
      committed = true;
    } catch (IOException e) {
      throw new DataException("can't write %s: %s".formatted(target, e.getMessage()), e);
    }
  }

  /** Discards what was not committed. */
  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(onExit);
    } catch (IllegalStateException e) {
      return; // the JVM is going down and runs the hook itself
    }
    discard();
  }

  private void discard() {
    if (!committed) {
      try {
        out.close();
      } catch (IOException | DataException e) {
        // what could not be flushed is being thrown away
      }
      try {
        Files.deleteIfExists(temporary);
      } catch (IOException e) {
        // nothing more can be done about a temporary file that will not go
      }
    }
  }

  private static final class Reporting extends FilterOutputStream {

    private final Path target;

    Reporting(OutputStream out, Path target) {
      super(out);
      this.target = target;
    }

    @Override
    public void write(int b) {
      report(() -> out.write(b));
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      report(() -> out.write(bytes, from, length));
    }

    @Override
    public void flush() {
      report(out::flush);
    }

    @Override
    public void close() {
      report(out::close);
    }

    private void report(Writing writing) {
      try {
        writing.run();
      } catch (IOException e) {
        throw new DataException(
            "can't write %s: %s; nothing was left behind".formatted(target, e.getMessage()), e);
      }
    }
  }

  @FunctionalInterface
  private interface Writing {
    void run() throws IOException;
  }
}
