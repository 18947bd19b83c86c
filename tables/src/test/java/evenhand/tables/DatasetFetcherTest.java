package evenhand.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenhand.data.DataException;
import evenhand.tables.CatalogueEntry.About;
import evenhand.tables.CatalogueEntry.Columns;
import evenhand.tables.CatalogueEntry.Label;
import evenhand.tables.CatalogueEntry.Part;
import evenhand.tables.DatasetFile.Download;
import evenhand.tables.FetchedFile.How;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DatasetFetcherTest {

  private static final byte[] BYTES = bytes(1, 200_000);
  private static final byte[] OTHER = bytes(2, 200_000);
  private static final FetchOptions PATIENT = waiting(Duration.ofMinutes(1));

  /** For servers that stall; a machine that is busy for so long stalls too. */
  private static final FetchOptions IMPATIENT = waiting(Duration.ofMillis(700));

  @TempDir Path folder;

  private MisbehavingServer server;
  private final List<String> heard = new ArrayList<>();

  @BeforeEach
  void start() throws IOException {
    server = new MisbehavingServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void downloadsOnceAndFindsItThen() throws Exception {
    server.then(MisbehavingServer.whole(BYTES, "\"1\""));
    FetchedFile fetched = fetch(server.url("/data.csv"));

    assertThat(fetched)
        .isEqualTo(new FetchedFile(folder.resolve("toy").resolve("data.csv"), How.DOWNLOADED));
    assertThat(fetched.path()).hasBinaryContent(BYTES);
    assertThat(heard).first().isEqualTo("0 of 200000");
    assertThat(heard).last().isEqualTo("200000 of 200000");
    assertThat(fetch(server.url("/data.csv")).how()).isEqualTo(How.FOUND);
    assertThat(server.requests()).containsExactly("/data.csv null null");
    assertOnlyTheFileIsLeft();
  }

  @Test
  void goesOnWhereTheConnectionBroke() throws Exception {
    server
        .then(MisbehavingServer.truncated(BYTES, "\"1\"", 50_000))
        .then(MisbehavingServer.truncated(BYTES, "\"1\"", 50_000))
        .then(MisbehavingServer.whole(BYTES, "\"1\""));

    assertThat(fetch(server.url("/data.csv")).path()).hasBinaryContent(BYTES);
    assertThat(server.requests())
        .containsExactly(
            "/data.csv null null", "/data.csv bytes=50000- \"1\"", "/data.csv bytes=100000- \"1\"");
    assertOnlyTheFileIsLeft();
  }

  @Test
  void goesOnInAnotherRun() throws Exception {
    server
        .then(MisbehavingServer.truncated(BYTES, "\"1\"", 50_000))
        .then(MisbehavingServer.status(404));
    assertThatThrownBy(() -> fetch(server.url("/data.csv")))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "data.csv can't be downloaded: %s: the server answers with status 404"
                .formatted(server.url("/data.csv")));
    server.only(MisbehavingServer.whole(BYTES, "\"1\""));

    assertThat(fetch(server.url("/data.csv")).path()).hasBinaryContent(BYTES);
    assertThat(server.requests()).last().isEqualTo("/data.csv bytes=50000- \"1\"");
  }

  @Test
  void startsAgainWhereRangesAreIgnored() throws Exception {
    server
        .then(MisbehavingServer.truncated(BYTES, "\"1\"", 50_000))
        .then(MisbehavingServer.ignoringRange(BYTES));

    assertThat(fetch(server.url("/data.csv")).path()).hasBinaryContent(BYTES);
  }

  @Test
  void startsAgainWhereTheVersionChanged() throws Exception {
    server
        .then(MisbehavingServer.truncated(OTHER, "\"old\"", 50_000))
        .then(MisbehavingServer.whole(BYTES, "\"new\""));

    assertThat(fetch(server.url("/data.csv")).path()).hasBinaryContent(BYTES);
    assertThat(server.requests()).last().isEqualTo("/data.csv bytes=50000- \"old\"");
  }

  @Test
  void startsAgainWhereItChangedUnseen() throws Exception {
    server
        .then(MisbehavingServer.withoutVersions(OTHER, 50_000))
        .then(MisbehavingServer.withoutVersions(BYTES, 200_000))
        .then(MisbehavingServer.withoutVersions(BYTES, 200_000));

    assertThat(fetch(server.url("/data.csv")).path()).hasBinaryContent(BYTES);
    assertThat(server.requests())
        .containsExactly(
            "/data.csv null null", "/data.csv bytes=50000- null", "/data.csv null null");
  }

  @Test
  void aPartThatIsTooLongAlreadyStartsAgain() throws Exception {
    Files.createDirectories(folder.resolve("toy"));
    Files.write(folder.resolve("toy").resolve("data.csv.part"), BYTES);
    server.then(MisbehavingServer.status(416)).then(MisbehavingServer.whole(BYTES, "\"1\""));

    assertThat(fetch(server.url("/data.csv")).path()).hasBinaryContent(BYTES);
    assertThat(server.requests())
        .containsExactly("/data.csv bytes=200000- null", "/data.csv null null");
  }

  @Test
  void corruptContentsAreNeverKept() {
    server.then(MisbehavingServer.whole(OTHER, "\"1\""));

    assertThatThrownBy(() -> fetch(server.url("/data.csv")))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("its contents have the SHA-256 " + hash(OTHER).substring(0, 12))
        .hasMessageContaining("not " + hash(BYTES).substring(0, 12));
    assertThat(server.requests()).hasSize(1);
    assertThat(folder.resolve("toy")).isEmptyDirectory();
  }

  @Test
  void aServerThatStallsIsGivenUpAfterItsAttempts() throws Exception {
    server.then(server.stalling(BYTES, 10_000));

    assertThatThrownBy(() -> fetch(IMPATIENT, Download.of(server.url("/data.csv"))))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("the server stalled: nothing came for 700 ms");
    assertThat(server.requests()).hasSize(3);
    assertThat(folder.resolve("toy").resolve("data.csv")).doesNotExist();
  }

  @Test
  void aServerThatStallsOnceIsAskedAgain() throws Exception {
    server
        .then(server.stalling(BYTES, 10_000))
        .then(MisbehavingServer.withoutVersions(BYTES, 200_000));

    assertThat(fetch(IMPATIENT, Download.of(server.url("/data.csv"))).path())
        .hasBinaryContent(BYTES);
    assertThat(heard).contains("failed: the server stalled: nothing came for 700 ms");
  }

  @Test
  void aServerThatIsSilentIsGivenUp() {
    FetchOptions once =
        new FetchOptions(Duration.ofMillis(200), Duration.ofMillis(200), 1, Duration.ZERO, 1 << 20);
    server.then(server.silent());

    assertThatThrownBy(() -> fetch(once, Download.of(server.url("/data.csv"))))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("the server did not answer in time");
  }

  @Test
  void passingErrorsAreTriedAgainAndOthersElsewhere() throws Exception {
    server
        .then(MisbehavingServer.status(503))
        .then(MisbehavingServer.status(429))
        .then(MisbehavingServer.status(404))
        .then(MisbehavingServer.whole(BYTES, "\"1\""));

    assertThat(fetch(PATIENT, Download.of(server.url("/a")), Download.of(server.url("/b"))).path())
        .hasBinaryContent(BYTES);
    assertThat(server.requests())
        .containsExactly("/a null null", "/a null null", "/a null null", "/b null null");
  }

  @Test
  void moreThanExpectedIsRefused() {
    server.then(MisbehavingServer.whole(bytes(3, 300_000), "\"1\""));
    assertThatThrownBy(() -> fetch(server.url("/data.csv")))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("the server offers 300000 bytes where at most 200000 are expected");
    server.only(MisbehavingServer.endless());
    assertThatThrownBy(() -> fetch(server.url("/data.csv")))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("the server sends more than the 200000 bytes expected");
    assertThat(folder.resolve("toy")).isEmptyDirectory();
  }

  @Test
  void redirectsAreFollowed() throws Exception {
    server
        .then(MisbehavingServer.redirect("/moved.csv"))
        .then(MisbehavingServer.whole(BYTES, "\"1\""));

    assertThat(fetch(server.url("/data.csv")).path()).hasBinaryContent(BYTES);
  }

  @Test
  void noServerIsASentence() {
    String gone = server.url("/data.csv");
    server.close();

    assertThatThrownBy(() -> fetch(gone))
        .isInstanceOf(DataException.class)
        .hasMessageContaining(gone + ": no connection");
  }

  @Test
  void aFileOfOtherContentsIsNeverReplaced() throws Exception {
    server.then(MisbehavingServer.whole(BYTES, "\"1\""));
    Path mine = Files.createDirectories(folder.resolve("toy")).resolve("data.csv");
    Files.writeString(mine, "mine");

    assertThatThrownBy(() -> fetch(server.url("/data.csv")))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("is not the data.csv the catalogue knows");
    assertThat(mine).hasContent("mine");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void aCacheThatCannotBeMadeIsASentence() throws Exception {
    Files.writeString(folder.resolve("toy"), "a file in the folder's place");

    assertThatThrownBy(() -> fetch(server.url("/data.csv")))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("toy can't be made");
  }

  @Test
  void aFileThatIsBeingDownloadedIsLeftAlone() throws Exception {
    Path part = Files.createDirectories(folder.resolve("toy")).resolve("data.csv.part");
    try (PartialFile other = PartialFile.open(part)) {
      assertThat(other.size()).isZero();
      assertThatThrownBy(() -> fetch(server.url("/data.csv")))
          .isInstanceOf(DataException.class)
          .hasMessageContaining("data.csv.part is being downloaded by another process");
    }
  }

  @Test
  void takesAFileOutOfAZipInAZip() throws Exception {
    byte[] inner = zip("../../escape.csv", OTHER, "data.csv", BYTES);
    server
        .then(MisbehavingServer.truncated(zip("inner.zip", inner), "\"1\"", 1_000))
        .then(MisbehavingServer.whole(zip("inner.zip", inner), "\"1\""));

    assertThat(fetch(PATIENT, Download.of(server.url("/all.zip"), "inner.zip", "data.csv")).path())
        .hasBinaryContent(BYTES);
    assertThat(server.requests()).last().isEqualTo("/all.zip bytes=1000- \"1\"");
    assertOnlyTheFileIsLeft();
    assertThat(folder.toFile().list()).containsExactly("toy");
  }

  @Test
  void zipsThatAreNotWhatTheyShouldBeAreRefused() throws Exception {
    assertZipFails(BYTES, "there is no file data.csv in it");
    assertZipFails(zip("other.csv", BYTES), "there is no file data.csv in it");
    assertZipFails(zip("data.csv", OTHER), "data.csv in the zip: its contents have the SHA-256 ");
    assertZipFails(
        zip("data.csv", new byte[2 << 20]), "data.csv unfolds to more than 1048576 bytes");
  }

  private void assertZipFails(byte[] zip, String reason) throws IOException {
    try (MisbehavingServer own = new MisbehavingServer()) {
      own.then(MisbehavingServer.whole(zip, "\"1\""));
      assertThatThrownBy(() -> fetch(PATIENT, Download.of(own.url("/all.zip"), "data.csv")))
          .isInstanceOf(DataException.class)
          .hasMessageContaining(reason);
      assertThat(folder.resolve("toy")).isEmptyDirectory();
    }
  }

  private static FetchOptions waiting(Duration longest) {
    return new FetchOptions(Duration.ofMinutes(1), longest, 3, Duration.ofMillis(5), 1 << 20);
  }

  private FetchedFile fetch(String url) {
    return fetch(PATIENT, Download.of(url));
  }

  private FetchedFile fetch(FetchOptions options, Download... downloads) {
    DatasetFile file =
        new DatasetFile("toy", "data.csv", hash(BYTES), BYTES.length, List.of(downloads));
    CatalogueEntry entry =
        new CatalogueEntry(
            "toy",
            new About("Toy", "this test", "none", List.of()),
            List.of(new Part("all", List.of(file))),
            new Label("y", "1"),
            new Columns(List.of(), List.of()));
    List<FetchedFile> fetched =
        new DatasetFetcher(options, progress()).fetch(entry, new DataFolders(List.of(), folder));
    assertThat(fetched).hasSize(1);
    return fetched.get(0);
  }

  private FetchProgress progress() {
    return new FetchProgress() {
      @Override
      public void received(URI url, long received, OptionalLong total) {
        heard.add(received + " of " + total.orElse(-1));
      }

      @Override
      public void failed(URI url, String reason) {
        heard.add("failed: " + reason);
      }
    };
  }

  private void assertOnlyTheFileIsLeft() {
    assertThat(folder.resolve("toy").toFile().list()).containsExactly("data.csv");
  }

  private static byte[] zip(Object... namesAndBytes) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (int i = 0; i < namesAndBytes.length; i += 2) {
        out.putNextEntry(new ZipEntry((String) namesAndBytes[i]));
        out.write((byte[]) namesAndBytes[i + 1]);
        out.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static String hash(byte[] bytes) {
    MessageDigest digest = Sha256.digest();
    digest.update(bytes);
    return Sha256.hex(digest);
  }

  private static byte[] bytes(long seed, int length) {
    byte[] bytes = new byte[length];
    new SplittableRandom(seed).nextBytes(bytes);
    return bytes;
  }
}
