package evenhand.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import evenhand.data.Column;
import evenhand.data.DataException;
import evenhand.data.Encoding;
import evenhand.data.Matrix;
import evenhand.data.Outcome;
import evenhand.data.Table;
import evenhand.data.WholeFile;
import evenhand.learner.Classifier;
import evenhand.learner.KeyedDraw;
import evenhand.learner.Scorer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ModelFileTest {

  private static final Table TABLE =
      new Table(
          "people.csv",
          List.of(
              new Column.Numeric("age", new double[] {20, 30, 40, 50}),
              new Column.Categorical("job", List.of("a", "b"), new int[] {0, 1, 0, 1})),
          4);

  private static final ModelFile FILES = new ModelFile(List.of(new FlatFormat()));

  @TempDir private Path folder;

  /** Scores every row the same; enough to see that scorers are kept. */
  private record Flat(double value) implements Scorer {

    @Override
    public double[] score(Matrix features) {
      double[] scores = new double[features.rows()];
      Arrays.fill(scores, value);
      return scores;
    }
  }

  private record FlatFormat() implements ScorerFormat {

    @Override
    public String id() {
      return "flat.txt";
    }

    @Override
    public Optional<byte[]> write(Scorer scorer) {
      return scorer instanceof Flat flat
          ? Optional.of(Double.toString(flat.value()).getBytes(StandardCharsets.UTF_8))
          : Optional.empty();
    }

    @Override
    public Scorer read(byte[] bytes, int columns) {
      return new Flat(Double.parseDouble(new String(bytes, StandardCharsets.UTF_8)));
    }
  }

  private static Model mixture() {
    Flat low = new Flat(0.2);
    Flat high = new Flat(0.9);
    return new Model(
        new Outcome("income", ">50K", "<=50K"),
        Encoding.fit(TABLE, List.of("age", "job")),
        new Classifier(
            List.of(
                new Classifier.Member(low, 0.5, 0.25),
                new Classifier.Member(high, 0.5, 0.5),
                new Classifier.Member(low, 0.1, 0.25))),
        new KeyedDraw(-42),
        JsonNodeFactory.instance.objectNode().put("seed", 1));
  }

  private Path write(String name) {
    Path path = folder.resolve(name);
    try (WholeFile file = WholeFile.open(path)) {
      FILES.write(mixture(), file);
      file.commit();
    }
    return path;
  }

  @Test
  void readsBackWhatWasWritten() {
    Model read = FILES.read(write("m.evenhand"));
    assertThat(read.outcome()).isEqualTo(mixture().outcome());
    assertThat(read.classifier()).isEqualTo(mixture().classifier());
    assertThat(read.draw()).isEqualTo(mixture().draw());
    assertThat(read.encoding()).isEqualTo(mixture().encoding());
    assertThat(read.evidence()).isEqualTo(mixture().evidence());
    assertThat(read.classifier().members().get(0).scorer())
        .isSameAs(read.classifier().members().get(2).scorer());
    assertThat(read.predict(TABLE).acceptance()).containsOnly(0.75);
    assertThat(read.predict(TABLE).decisions()).isEqualTo(mixture().predict(TABLE).decisions());
  }

  @Test
  void sameModelSameBytes() throws IOException {
    assertThat(Files.readAllBytes(write("a"))).isEqualTo(Files.readAllBytes(write("b")));
  }

  @Test
  void refusesTruncatedFilesAtEveryLength() throws IOException {
    byte[] whole = Files.readAllBytes(write("m.evenhand"));
    Path cut = folder.resolve("cut");
    int centralDirectory =
        lastIndexOf(whole, "PK\u0001\u0002".getBytes(StandardCharsets.ISO_8859_1));
    for (int length = 0; length < centralDirectory / 2; length += 97) {
      Files.write(cut, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> FILES.read(cut))
          .as("%d bytes", length)
          .isInstanceOf(DataException.class);
    }
  }

  @Test
  void refusesEveryChangedByteOfAPart() throws IOException {
    byte[] whole = Files.readAllBytes(write("m.evenhand"));
    Path changed = folder.resolve("changed");
    String text = new String(whole, StandardCharsets.ISO_8859_1);
    for (String inside : List.of("\"threshold\" : 0.1", "<=50K", "0.9", "\"seed\" : 1")) {
      int at = text.indexOf(inside);
      assertThat(at).as(inside).isPositive();
      byte[] copy = whole.clone();
      copy[at + inside.length() - 1] ^= 1;
      Files.write(changed, copy);
      assertThatThrownBy(() -> FILES.read(changed)).as(inside).isInstanceOf(DataException.class);
    }
  }

  @Test
  void refusesAManifestThatWasEditedAndRepacked() throws IOException {
    Path path = write("m.evenhand");
    Path edited = folder.resolve("edited");
    Files.write(edited, repacked(Files.readAllBytes(path), "manifest.json", "0.25", "0.45"));
    assertThatThrownBy(() -> FILES.read(edited))
        .isInstanceOf(DataException.class)
        .hasMessage(edited + " was changed after it was written: its manifest does not match");
    Files.write(edited, repacked(Files.readAllBytes(path), "scorer-1.flat.txt", "0.9", "0.1"));
    assertThatThrownBy(() -> FILES.read(edited))
        .hasMessage(
            edited
                + " was changed after it was written: its part scorer-1.flat.txt does not match");
  }

  @Test
  void refusesWhatIsNoModel() throws IOException {
    Path csv = Files.writeString(folder.resolve("people.csv"), "age,job\n1,a\n");
    assertThatThrownBy(() -> FILES.read(csv))
        .hasMessage(csv + " is not a readable model: it is no zip file");
    byte[] whole = Files.readAllBytes(write("m.evenhand"));
    Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, whole.length / 2));
    assertThatThrownBy(() -> FILES.read(cut))
        .hasMessage(cut + " is not a readable model: it is truncated");
    whole[whole.length / 3] ^= 4;
    Path damaged = Files.write(folder.resolve("damaged"), whole);
    assertThatThrownBy(() -> FILES.read(damaged))
        .hasMessage(
            damaged + " is not a readable model: it is damaged, some of its bytes have changed");
    Path none = folder.resolve("none");
    assertThatThrownBy(() -> FILES.read(none)).hasMessage("there is no file " + none);
    assertThatThrownBy(() -> new ModelFile(List.of()).read(write("m.evenhand")))
        .hasMessageContaining("it holds a scorer of an unknown kind: scorer-0.flat.txt");
  }

  @Test
  void refusesAScorerItCanNotKeepBeforeAnythingIsWritten() {
    Path path = folder.resolve("m");
    try (WholeFile file = WholeFile.open(path)) {
      assertThatThrownBy(() -> new ModelFile(List.of()).write(mixture(), file))
          .isInstanceOf(DataException.class)
          .hasMessage("a Flat can't be kept in a model file");
    }
    assertThat(path).doesNotExist();
  }

  private static int lastIndexOf(byte[] bytes, byte[] pattern) {
    return new String(bytes, StandardCharsets.ISO_8859_1)
        .indexOf(new String(pattern, StandardCharsets.ISO_8859_1));
  }

  private static byte[] repacked(byte[] zip, String part, String from, String to)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipInputStream in = new ZipInputStream(new java.io.ByteArrayInputStream(zip));
        ZipOutputStream repacked = new ZipOutputStream(out)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        repacked.putNextEntry(new ZipEntry(entry.getName()));
        String kept = entry.getName().equals(part) ? text.replace(from, to) : text;
        repacked.write(kept.getBytes(StandardCharsets.UTF_8));
      }
    }
    return out.toByteArray();
  }
}
