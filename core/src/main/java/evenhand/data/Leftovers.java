package evenhand.data;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Temporary files {@code .NAME.PID-N.part} that a killed process could not remove. One is removed
 * when its process is gone and nobody holds its lock, which a process in another container would.
 */
final class Leftovers {

  private static final Pattern NAME = Pattern.compile("\\..*\\.([0-9]{1,18})-[0-9]+\\.part");

  /** In bytes of UTF-8, as file systems count. */
  private static final int LONGEST_NAME = 120;

  private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();
  private static final Set<Path> SWEPT = ConcurrentHashMap.newKeySet();

  private Leftovers() {}

  /** A name for a temporary file of ours beside that place. */
  static Path beside(Path place) {
    String name = String.valueOf(place.getFileName());
    Path temporary =
        place.resolveSibling(
            ".%s.%d-%d.part"
                .formatted(cut(name), ProcessHandle.current().pid(), System.nanoTime()));
    OURS.add(temporary);
    return temporary;
  }

  private static String cut(String name) {
    int bytes = 0;
    int end = 0;
    while (end < name.length()) {
      int character = name.codePointAt(end);
      bytes += Character.toString(character).getBytes(StandardCharsets.UTF_8).length;
      if (bytes > LONGEST_NAME) {
        break;
      }
      end += Character.charCount(character);
    }
    return name.substring(0, end);
  }

  /** It is in use no more. */
  static void forget(Path temporary) {
    OURS.remove(temporary);
  }

  /** Once in the life of this process. What can't be listed or removed stays. */
  static void sweep(Path folder) {
    if (!SWEPT.add(folder)) {
      return;
    }
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, ".*.part")) {
      for (Path file : found) {
        Matcher matcher = NAME.matcher(String.valueOf(file.getFileName()));
        if (matcher.matches()
            && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
            && !isAlive(file, Long.parseLong(matcher.group(1)))) {
          remove(file);
        }
      }
    } catch (IOException | java.nio.file.DirectoryIteratorException e) {
      // a folder that can't be listed keeps what it has
    }
  }

  /** Another file under our own number is of a process before us, as in a container. */
  private static boolean isAlive(Path file, long process) {
    return process == ProcessHandle.current().pid()
        ? OURS.contains(file)
        : ProcessHandle.of(process).isPresent();
  }

  private static void remove(Path file) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      if (lock != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | OverlappingFileLockException e) {
      // in use, or not ours to remove
    }
  }
}
