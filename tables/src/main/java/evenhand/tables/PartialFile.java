package evenhand.tables;

import evenhand.data.DataException;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/**
 * A file that is being downloaded, in a place of its own beside the finished one. Beside it lies a
 * note of where it comes from and which version that was, so that another run may go on with it.
 */
final class PartialFile implements AutoCloseable {

  private final Path path;
  private final Path note;
  private final FileChannel channel;

  private PartialFile(Path path, FileChannel channel) {
    this.path = path;
    this.note = path.resolveSibling(path.getFileName() + ".from");
    this.channel = channel;
  }

  /**
   * @throws DataException when the folder is not writable or another process is at it
   */
  static PartialFile open(Path path) {
    FileChannel opened;
    try {
      opened =
          FileChannel.open(
              path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new DataException("%s can't be written: %s".formatted(path, e.getMessage()), e);
    }
    try {
      if (opened.tryLock() != null) {
        return new PartialFile(path, opened);
      }
      opened.close();
    } catch (OverlappingFileLockException e) {
      throw busy(path, e);
    } catch (IOException e) {
      throw new DataException("%s can't be locked: %s".formatted(path, e.getMessage()), e);
    }
    throw busy(path, null);
  }

  private static DataException busy(Path path, @org.jspecify.annotations.Nullable Throwable cause) {
    String sentence = "%s is being downloaded by another process; wait for it".formatted(path);
    return cause == null ? new DataException(sentence) : new DataException(sentence, cause);
  }

  Path path() {
    return path;
  }

  long size() {
    return local(channel::size);
  }

  /** The server's name for the version these bytes are of; empty where that is not known. */
  Optional<String> versionFrom(URI url) {
    return local(
        () -> {
          if (!Files.isRegularFile(note) || Files.size(note) > 10_000) {
            return Optional.empty();
          }
          List<String> lines = Files.readAllLines(note);
          return lines.size() == 2 && lines.get(0).equals(url.toString())
              ? Optional.of(lines.get(1))
              : Optional.empty();
        });
  }

  /** Forgets what is there and starts with another version. */
  void restart(URI url, Optional<String> version) {
    local(
        () -> {
          channel.truncate(0);
          Files.deleteIfExists(note);
          if (version.isPresent()) {
            Files.write(note, List.of(url.toString(), version.get()));
          }
          return note;
        });
  }

  void append(List<ByteBuffer> bytes) {
    local(
        () -> {
          long at = channel.size();
          for (ByteBuffer buffer : bytes) {
            while (buffer.hasRemaining()) {
              at += channel.write(buffer, at);
            }
          }
          return at;
        });
  }

  /** Removes the file and its note. */
  void discard() {
    local(
        () -> {
          channel.close();
          Files.deleteIfExists(note);
          return Files.deleteIfExists(path);
        });
  }

  /** Removes the note of a finished file. */
  void finish() {
    local(
        () -> {
          channel.force(true);
          channel.close();
          return Files.deleteIfExists(note);
        });
  }

  /** Leaves the bytes for another run; a file without bytes goes. */
  @Override
  public void close() {
    local(
        () -> {
          boolean empty = channel.isOpen() && channel.size() == 0;
          channel.close();
          return empty && Files.deleteIfExists(path);
        });
  }

  /** What can only fail for reasons of this machine, such as a full disk. */
  private <T> T local(Local<T> action) {
    try {
      return action.run();
    } catch (IOException e) {
      throw new DataException("%s can't be written: %s".formatted(path, e.getMessage()), e);
    }
  }

  @FunctionalInterface
  private interface Local<T> {
    T run() throws IOException;
  }
}
