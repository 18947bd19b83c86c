package evenhand.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import evenhand.tables.Downloader.FailedAttempt;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One address and one file; all a data set needs of it is in {@link DatasetFetcherTest}. */
final class DownloaderTest {

  private static final byte[] CONTENTS = "0123456789".repeat(50).getBytes(StandardCharsets.UTF_8);
  private static final FetchOptions OPTIONS =
      new FetchOptions(Duration.ofSeconds(10), Duration.ofSeconds(10), 3, Duration.ZERO, 1 << 20);

  @TempDir private Path folder;

  private final List<String> failures = new ArrayList<>();
  private final List<Long> received = new ArrayList<>();

  private final FetchProgress progress =
      new FetchProgress() {
        @Override
        public void received(URI url, long bytes, OptionalLong total) {
          received.add(bytes);
          assertThat(total).hasValue(CONTENTS.length);
        }

        @Override
        public void failed(URI url, String reason) {
          failures.add(reason);
        }
      };

  private byte[] download(MisbehavingServer server, long most, Downloader.Check check)
      throws Exception {
    Path path = folder.resolve("data.part");
    try (PartialFile part = PartialFile.open(path)) {
      new Downloader(OPTIONS, progress)
          .download(URI.create(server.url("/data")), part, most, check);
    }
    return Files.readAllBytes(path);
  }

  @Test
  void tellsHowFarItIs() throws Exception {
    try (MisbehavingServer server = new MisbehavingServer()) {
      server.then(MisbehavingServer.whole(CONTENTS, "\"1\""));
      assertThat(download(server, CONTENTS.length, part -> {})).isEqualTo(CONTENTS);
    }
    assertThat(received).isSorted().startsWith(0L).endsWith((long) CONTENTS.length);
    assertThat(failures).isEmpty();
  }

  @Test
  void goesOnFromTheBytesItHasOfTheSameVersion() throws Exception {
    try (MisbehavingServer server = new MisbehavingServer()) {
      server
          .then(MisbehavingServer.truncated(CONTENTS, "\"1\"", 120))
          .then(MisbehavingServer.whole(CONTENTS, "\"1\""));
      assertThat(download(server, CONTENTS.length, part -> {})).isEqualTo(CONTENTS);
      assertThat(server.requests()).containsExactly("/data null null", "/data bytes=120- \"1\"");
    }
    assertThat(failures).singleElement().asString().startsWith("the connection broke: ");
  }

  @Test
  void oneByteTooManyIsNotAskedForAgain() throws Exception {
    try (MisbehavingServer server = new MisbehavingServer()) {
      server.then(MisbehavingServer.whole(CONTENTS, "\"1\""));
      assertThatExceptionOfType(FailedAttempt.class)
          .isThrownBy(() -> download(server, CONTENTS.length - 1, part -> {}))
          .withMessage("the server offers 500 bytes where at most 499 are expected");
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void aFileThatFailsItsCheckIsAskedForAsOftenAsIsAllowed() throws Exception {
    List<Long> sizes = new ArrayList<>();
    try (MisbehavingServer server = new MisbehavingServer()) {
      server.then(MisbehavingServer.ignoringRange(CONTENTS));
      assertThatExceptionOfType(FailedAttempt.class)
          .isThrownBy(
              () ->
                  download(
                      server,
                      CONTENTS.length,
                      part -> {
                        sizes.add(part.size());
                        throw new FailedAttempt("not the file", true);
                      }))
          .withMessage("not the file");
      assertThat(server.requests()).hasSize(3);
    }
    assertThat(sizes).containsOnly((long) CONTENTS.length).hasSize(3);
    assertThat(failures).containsOnly("not the file").hasSize(3);
  }

  @Test
  void aStatusThatWillNotPassEndsIt() throws Exception {
    try (MisbehavingServer server = new MisbehavingServer()) {
      server.then(MisbehavingServer.status(503)).then(MisbehavingServer.status(404));
      assertThatExceptionOfType(FailedAttempt.class)
          .isThrownBy(() -> download(server, CONTENTS.length, part -> {}))
          .withMessage("the server answers with status 404");
      assertThat(server.requests()).hasSize(2);
    }
    assertThat(failures)
        .containsExactly(
            "the server answers with status 503", "the server answers with status 404");
  }
}
