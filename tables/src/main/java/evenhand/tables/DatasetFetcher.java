package evenhand.tables;

import evenhand.data.DataException;
import evenhand.tables.DatasetFile.Download;
import evenhand.tables.Downloader.FailedAttempt;
import evenhand.tables.FetchedFile.How;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Downloads the catalogue's data sets from their origins into the cache folder. A file appears
 * there whole and with the hash the catalogue knows, or not at all; what broke off is gone on with;
 * a file of other contents is never replaced.
 */
public final class DatasetFetcher {

  private final FetchOptions options;
  private final Downloader downloader;

  public DatasetFetcher(FetchOptions options, FetchProgress progress) {
    this.options = options;
    this.downloader = new Downloader(options, progress);
  }

  /**
   * Brings every file of a data set onto this machine.
   *
   * @return one file for each part that needs one, in their order
   * @throws DataException when one can't be had, saying what each address answered, or when a file
   *     of other contents is in its place
   */
  public List<FetchedFile> fetch(CatalogueEntry entry, DataFolders folders) {
    List<FetchedFile> fetched = new ArrayList<>();
    for (CatalogueEntry.Part part : entry.parts()) {
      if (!part.files().isEmpty()) {
        fetched.add(fetch(part.files(), folders));
      }
    }
    return List.copyOf(fetched);
  }

  private FetchedFile fetch(List<DatasetFile> alternatives, DataFolders folders) {
    for (DatasetFile file : alternatives) {
      Optional<Path> found = folders.find(file);
      if (found.isPresent()) {
        Sha256.requireContents(found.get(), file);
        return new FetchedFile(found.get(), How.FOUND);
      }
    }
    DatasetFile file =
        alternatives.stream()
            .filter(other -> !other.downloads().isEmpty())
            .findFirst()
            .orElseThrow();
    Path folder = folders.cache().resolve(file.folder());
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new DataException(
          "the folder %s can't be made: %s".formatted(folder, e.getMessage()), e);
    }
    return new FetchedFile(download(file, folder), How.DOWNLOADED);
  }

  private Path download(DatasetFile file, Path folder) {
    List<String> failures = new ArrayList<>();
    for (Download download : file.downloads()) {
      try {
        return download.members().isEmpty()
            ? plain(file, download, folder)
            : zipped(file, download, folder);
      } catch (FailedAttempt e) {
        failures.add(download.url() + ": " + e.reason());
      }
    }
    throw new DataException(
        "%s can't be downloaded: %s".formatted(file.name(), String.join("; ", failures)));
  }

  private Path plain(DatasetFile file, Download download, Path folder) throws FailedAttempt {
    try (PartialFile part = PartialFile.open(folder.resolve(file.name() + ".part"))) {
      downloader.download(
          download.url(),
          part,
          file.bytes(),
          received -> requireContents(received, download, file));
      part.finish();
      return move(part.path(), folder, file);
    }
  }

  private static void requireContents(PartialFile part, Download download, DatasetFile file)
      throws FailedAttempt {
    if (part.size() < file.bytes()) {
      throw new FailedAttempt(
          "it ended after %d of %d bytes".formatted(part.size(), file.bytes()), true);
    }
    String found = Sha256.of(part.path(), file.bytes());
    if (!found.equals(file.sha256())) {
      part.restart(download.url(), Optional.empty());
      throw new FailedAttempt(
          "its contents have the SHA-256 %s..., not %s...; they were thrown away"
              .formatted(found.substring(0, 12), file.sha256().substring(0, 12)),
          false);
    }
  }

  private Path zipped(DatasetFile file, Download download, Path folder) throws FailedAttempt {
    try (PartialFile zip = PartialFile.open(folder.resolve(file.name() + ".zip.part"));
        PartialFile member = PartialFile.open(folder.resolve(file.name() + ".part"))) {
      downloader.download(
          download.url(),
          zip,
          options.largestDownload(),
          received -> unpack(received, download, file, member));
      zip.discard();
      member.finish();
      return move(member.path(), folder, file);
    }
  }

  private void unpack(PartialFile zip, Download download, DatasetFile file, PartialFile member)
      throws FailedAttempt {
    try {
      byte[] bytes = ZipMembers.read(zip.path(), download.members(), options.largestDownload());
      member.restart(download.url(), Optional.empty());
      member.append(List.of(ByteBuffer.wrap(bytes)));
      requireContents(member, download, file);
    } catch (IOException e) {
      zip.restart(download.url(), Optional.empty());
      throw new FailedAttempt("what came is not the zip expected: " + e.getMessage(), false);
    } catch (FailedAttempt e) {
      zip.restart(download.url(), Optional.empty());
      throw new FailedAttempt("%s in the zip: %s".formatted(file.name(), e.reason()), false);
    }
  }

  private static Path move(Path from, Path folder, DatasetFile file) {
    Path target = folder.resolve(file.name());
    try {
      return Files.move(from, target);
    } catch (FileAlreadyExistsException e) {
      Sha256.requireContents(target, file);
      return target;
    } catch (IOException e) {
      throw new DataException("%s can't be written: %s".formatted(target, e.getMessage()), e);
    }
  }
}
