package evenhand.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files are written whole or not at all, whatever the folder, the disk or the person does. */
final class WritingTest {

  private static final int PATIENCE_SECONDS = 60;

  @TempDir private Path folder;

  @BeforeEach
  void write() {
    new Applicants().in(folder, "people.csv");
  }

  private String refused(String... more) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "audit",
                folder.resolve("people.csv").toString(),
                "--label=approved",
                "--prediction=decision",
                "--group=sex",
                "--replicates=100"));
    words.addAll(List.of(more));
    return Refusal.of(folder, words.toArray(String[]::new)).sentence();
  }

  @Test
  void folderThatIsNotThere() {
    assertThat(refused("--json", folder.resolve("none/a.json").toString()))
        .isEqualTo("can't write none/a.json: there is no folder none");
    assertThat(refused("--report", folder.resolve("none/a.html").toString()))
        .isEqualTo("can't write none/a.html: there is no folder none");
  }

  @Test
  void placeThatIsAFolder() throws IOException {
    Path place = Files.createDirectory(folder.resolve("d"));
    assertThat(refused("--json", place.toString()))
        .isEqualTo("can't write d: it is a folder, a file name is needed");
  }

  @Test
  void folderThatIsNotWritable() {
    assumeTrue(Files.isDirectory(Path.of("/proc")), "needs a folder where even root can't write");
    assertThat(refused("--json", "/proc/a.json"))
        .isEqualTo("can't write /proc/a.json: the folder /proc is not writable");
  }

  @Test
  void diskThatFills() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    assumeTrue(
        succeeds("mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", disk.toString()),
        "needs to be allowed to mount a small disk");
    try {
      Path model = disk.resolve("m.evenhand");
      assertThat(
              Refusal.of(
                      folder,
                      "train",
                      folder.resolve("people.csv").toString(),
                      "--label=approved",
                      "--group=sex",
                      "--method=plain",
                      "--replicates=100",
                      "--out=" + model)
                  .sentence())
          .startsWith("can't write disk/m.evenhand: ");
      assertThat(refused("--json", disk.resolve("a.json").toString()))
          .startsWith("can't write disk/a.json: ");
      assertThat(disk).isEmptyDirectory();
    } finally {
      succeeds("umount", disk.toString());
    }
  }

  @Test
  // TERM, which a shell that started this in the background has not made it ignore, as it does INT
  void interruptedTrainingLeavesNothing() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/kill")), "needs /bin/kill");
    List<String> before = Refusal.files(folder);
    Process process =
        Program.in(folder)
            .start(
                List.of(),
                "train",
                "lending",
                "--group=group",
                "--method=grid",
                "--method-option=points=100000",
                "--require=demographic_parity<=0.03",
                "--out=m.evenhand",
                "--report=r.html");
    try {
      waitForPartFiles();
      assertThat(succeeds("/bin/kill", "-TERM", Long.toString(process.pid()))).isTrue();
      assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isNotZero();
      assertThat(Refusal.files(folder)).isEqualTo(before);
    } finally {
      process.destroyForcibly();
    }
  }

  /** Both files must have been begun, or the interruption shows nothing. */
  private void waitForPartFiles() throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (requireNonNull(folder.toFile().list((place, name) -> name.endsWith(".part"))).length
        < 2) {
      assertThat(System.nanoTime()).as("no work begun in a minute").isLessThan(end);
      Thread.sleep(20);
    }
  }

  private static boolean succeeds(String... words) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    process.getInputStream().readAllBytes();
    return process.waitFor() == 0;
  }
}
