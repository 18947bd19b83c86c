package evenhand.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TrialFolderTest {

  @TempDir private Path whole;
  @TempDir private Path folder;

  private final Sweep sweep = Sweeps.sweep(Sweeps.data(400));

  @BeforeEach
  void fillBoth() throws IOException {
    run(sweep, whole, "none");
    for (String file : Folders.files(whole)) {
      Files.copy(whole.resolve(file), folder.resolve(file));
    }
  }

  private static Swept run(Sweep sweep, Path folder, String stated) {
    return sweep.run(Sweeps.folder(folder, stated), OptionalInt.of(2), ProgressListener.NONE);
  }

  private void assertMadeAgain(int reused) throws IOException {
    Swept swept = run(sweep, folder, "none");
    assertThat(swept.reused()).isEqualTo(reused);
    assertThat(swept.trials()).hasSize(16);
    Folders.assertSame(folder, whole);
  }

  @Test
  void aWholeFolderIsReused() throws IOException {
    assertMadeAgain(16);
  }

  @Test
  void whatIsMissingIsFitted() throws IOException {
    Files.delete(folder.resolve("reduction-0.1-seed2.evenhand"));
    assertMadeAgain(15);
  }

  @Test
  void aFamilyIsReusedWholeOrNotAtAll() throws IOException {
    Files.delete(folder.resolve("grid-4-seed1.evenhand"));
    assertMadeAgain(11);
  }

  @Test
  void aTruncatedFileIsMadeAgain() throws IOException {
    Path file = folder.resolve("plain-seed1.evenhand");
    byte[] bytes = Files.readAllBytes(file);
    for (int length : new int[] {0, 1, bytes.length / 2, bytes.length - 1}) {
      Files.write(file, Arrays.copyOf(bytes, length));
      assertMadeAgain(15);
    }
  }

  @Test
  void whatAnotherVersionFittedIsNotTaken() {
    TrialFolder other = Sweeps.folder(folder, "1.1", "none");
    assertThat(sweep.run(other, OptionalInt.of(2), ProgressListener.NONE).reused()).isZero();
    assertThat(sweep.run(other, OptionalInt.of(2), ProgressListener.NONE).reused()).isEqualTo(16);
  }

  @Test
  void aFileUnderAnotherNameIsNotTaken() throws IOException {
    Files.copy(
        folder.resolve("plain-seed2.evenhand"),
        folder.resolve("plain-seed1.evenhand"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    assertMadeAgain(15);
  }

  @Test
  void anotherConfigurationIsNotTaken() {
    TrainingOptions options = sweep.options();
    Sweep otherSplit =
        new Sweep(
            sweep.data(),
            sweep.requirements(),
            sweep.plan(),
            sweep.learner(),
            options.withSeed(options.seed() + 1));
    assertThat(run(otherSplit, folder, "none").reused()).isZero();
    Sweep otherGrid =
        new Sweep(
            sweep.data(),
            sweep.requirements(),
            new Sweep.Plan(List.of(Methods.named("grid", Map.of("points", "7"))), List.of(), 1),
            sweep.learner(),
            options);
    assertThat(run(otherGrid, folder, "none").reused()).isZero();
  }

  @Test
  void otherRowsAreNotTaken() {
    Sweep other =
        new Sweep(
            Sweeps.data(401), sweep.requirements(), sweep.plan(), sweep.learner(), sweep.options());
    assertThat(run(other, folder, "none").reused()).isZero();
  }

  @Test
  void otherReplicatesAreTaken() {
    TrainingOptions usual = sweep.options();
    Sweep measured =
        new Sweep(
            sweep.data(),
            sweep.requirements(),
            sweep.plan(),
            sweep.learner(),
            new TrainingOptions(usual.validation(), usual.decisions(), 200, 40, usual.seed()));
    assertThat(run(measured, folder, "none").reused()).isEqualTo(16);
  }

  @Test
  void whatWasStatedThenIsKnown() {
    assertThat(run(sweep, folder, "none").knownBefore("none")).isZero();
    assertThat(run(sweep, folder, "accuracy:given_up<=0.01").knownBefore("accuracy:given_up<=0.01"))
        .isEqualTo(16);
  }

  @Test
  void aFailureIsKeptAndTakenAgain(@TempDir Path other) throws IOException {
    Sweep hopeless =
        new Sweep(
            sweep.data(),
            List.of(evenhand.parity.Requirement.parse("bounded_group_loss<=0@sex")),
            new Sweep.Plan(List.of(Methods.named("reduction", Map.of())), List.of(0.001), 1),
            sweep.learner(),
            sweep.options());
    Swept first = run(hopeless, other, "none");
    assertThat(first.trials().get(0).failure().orElseThrow())
        .startsWith("the requirements can't be met");
    Swept again = run(hopeless, other, "none");
    assertThat(again.reused()).isEqualTo(1);
    assertThat(again.trials()).isEqualTo(first.trials());
    Path file = other.resolve("reduction-0.001-seed1.json");
    Files.writeString(file, Files.readString(file).substring(0, 40), StandardCharsets.UTF_8);
    assertThat(run(hopeless, other, "none").reused()).isZero();
  }
}
