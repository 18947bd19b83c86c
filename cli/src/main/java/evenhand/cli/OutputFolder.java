package evenhand.cli;

import evenhand.data.DataException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A command's files in one folder, which appear together. */
final class OutputFolder implements AutoCloseable {

  private final Path folder;
  private final List<Outputs> files = new ArrayList<>();
  private final List<Path> removed = new ArrayList<>();

  /**
   * @param folder that exists
   */
  OutputFolder(Path folder) {
    this.folder = folder;
  }

  Outputs file(String name) {
    Outputs output =
        Outputs.open(folder.resolve(name).toString(), new PrintWriter(Writer.nullWriter()));
    files.add(output);
    return output;
  }

  /** A file that must not be there beside the others. */
  void remove(String name) {
    removed.add(folder.resolve(name));
  }

  /**
   * @param others of the same command
   */
  void commit(Outputs... others) {
    Outputs.commit(Stream.concat(files.stream(), Stream.of(others)).toArray(Outputs[]::new));
    for (Path file : removed) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        throw new DataException("can't delete %s: %s".formatted(file, e.getMessage()), e);
      }
    }
  }

  @Override
  public void close() {
    files.forEach(Outputs::close);
  }
}
