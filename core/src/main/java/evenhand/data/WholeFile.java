package evenhand.data;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/**
 * A file that appears whole or not at all: written under a temporary name beside its place and
 * moved there by {@link #commit}. Closed or abandoned before that, it leaves nothing behind, and
 * what a killed process left is removed by the next that writes into the folder. Opening it early
 * shows an unwritable folder before the work is done.
 *
 * <p>A symbolic link is followed to its target. A pipe, a character device or an open descriptor
 * such as {@code /dev/stdout} is written to as bytes come, and never replaced.
 */
public final class WholeFile implements AutoCloseable {

  private final Path target;
  private final Path place;
  private final Path temporary;
  private final OutputStream out;
  private final Thread onExit;
  private boolean finished;
  private boolean committed;

  private WholeFile(Destination destination, Path temporary, OutputStream out) {
    this.target = destination.named();
    this.place = destination.place();
    this.temporary = temporary;
    this.out = out;
    this.onExit = new Thread(this::discard, "discard " + temporary.getFileName());
  }

  /**
   * @throws DataException when the folder is missing or not writable, or the target is a folder
   */
  public static WholeFile open(Path target) {
    return open(Destination.of(target));
  }

  /** The standard output, which is written to as bytes come. */
  public static WholeFile stdout() {
    return open(Destination.stdout());
  }

  private static WholeFile open(Destination destination) {
    Path target = destination.named();
    try {
      return destination.streams() ? streaming(destination) : beside(destination);
    } catch (IOException e) {
      String reason = e instanceof FileSystemException fault ? fault.getReason() : e.getMessage();
      throw new DataException(
          reason == null
              ? "can't write %s: the folder %s is not writable"
                  .formatted(target, target.toAbsolutePath().getParent())
              : "can't write %s: %s".formatted(target, reason),
          e);
    }
  }

  /** Whether that place is this process's standard output under one of its names. */
  public static boolean isStdout(Path target) {
    return Destination.of(target).isStdout();
  }

  /** Removes what killed processes left half-written in a folder. */
  public static void clean(Path folder) {
    try {
      Leftovers.sweep(folder.toRealPath());
    } catch (IOException e) {
      // a folder that is not there has nothing left in it
    }
  }

  private static WholeFile streaming(Destination destination) throws IOException {
    OutputStream raw = destination.stream();
    WholeFile file =
        new WholeFile(
            destination,
            destination.place(),
            new Reporting(new BufferedOutputStream(raw, 1 << 16), destination));
    file.committed = true;
    return file;
  }

  private static WholeFile beside(Destination destination) throws IOException {
    Leftovers.sweep(Objects.requireNonNull(destination.place().getParent()));
    Path temporary = Leftovers.beside(destination.place());
    FileChannel channel =
        FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try {
      channel.tryLock();
    } catch (IOException e) {
      // where files can't be locked, the process's number alone shows that it is in use
    }
    OutputStream raw = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
    WholeFile file = new WholeFile(destination, temporary, new Reporting(raw, destination));
    Runtime.getRuntime().addShutdownHook(file.onExit);
    return file;
  }

  /** Where to write; an error becomes a {@link DataException} that names the target. */
  public OutputStream stream() {
    return out;
  }

  /** Where it will be, behind every link. */
  Path place() {
    return place;
  }

  /** As the person named it. */
  Path target() {
    return target;
  }

  /** Whether it has no place to be moved to, or is there already. */
  boolean isCommitted() {
    return committed;
  }

  /** Writes what is still in memory; a full disk shows now. */
  public void finish() {
    if (finished) {
      return;
    }
    try {
      out.close();
      finished = true;
    } catch (IOException e) {
      throw new DataException("can't write %s: %s".formatted(target, e.getMessage()), e);
    }
  }

  /** Puts the finished file in its place, over a file that may be there. */
  public void commit() {
    finish();
    if (committed) {
      return;
    }
    try {
      try {
        Files.move(
            temporary, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(temporary, place, StandardCopyOption.REPLACE_EXISTING);
      }
      committed = true;
      Leftovers.forget(temporary);
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
    if (!committed || !finished) {
      try {
        out.close();
      } catch (IOException | DataException e) {
        // what could not be flushed is being thrown away
      }
    }
    if (!committed) {
      try {
        Files.deleteIfExists(temporary);
      } catch (IOException e) {
        // nothing more can be done about a temporary file that will not go
      }
      Leftovers.forget(temporary);
    }
  }

  private static final class Reporting extends FilterOutputStream {

    private final Destination destination;

    Reporting(OutputStream out, Destination destination) {
      super(out);
      this.destination = destination;
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
            "can't write %s: %s%s"
                .formatted(
                    destination.named(),
                    e.getMessage(),
                    destination.streams() ? "" : "; nothing was left behind"),
            e);
      }
    }
  }

  @FunctionalInterface
  private interface Writing {
    void run() throws IOException;
  }
}
