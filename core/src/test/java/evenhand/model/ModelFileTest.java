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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import java.util.zip.CRC32;
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

  private static final int PARTS = 6;

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

  @Test
  void refusesAnotherZipBeforeOrAfter() throws IOException {
    byte[] whole = Files.readAllBytes(write("m.evenhand"));
    byte[] other =
        repacked(whole, "scorer-1.flat.txt", "0.9", "0.8"); // any other zip would do as well
    Path joined = folder.resolve("joined");
    Files.write(joined, join(whole, other));
    String different =
        joined + " is not a readable model: its zip directory tells of other entries than it holds";
    assertThatThrownBy(() -> FILES.read(joined)).hasMessage(different);
    Files.write(joined, join(other, whole));
    assertThatThrownBy(() -> FILES.read(joined)).hasMessage(different);
    Files.write(joined, join(new byte[] {'#', '!'}, whole));
    assertThatThrownBy(() -> FILES.read(joined)).hasMessageContaining("it is no zip file");
    Files.write(joined, join(whole, new byte[22]));
    assertThatThrownBy(() -> FILES.read(joined)).hasMessageContaining("it is truncated");
  }

  private static byte[] join(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  @Test
  void refusesEveryChangedByteOfItsHeadersAndDirectory() throws IOException {
    byte[] whole = Files.readAllBytes(write("m.evenhand"));
    Path changed = folder.resolve("changed");
    int directory = lastIndexOf(whole, "PK\u0001\u0002".getBytes(StandardCharsets.ISO_8859_1));
    List<Integer> unread = new ArrayList<>();
    for (int at = directory; at < whole.length; at++) {
      byte[] copy = whole.clone();
      copy[at] ^= 16;
      Files.write(changed, copy);
      try {
        FILES.read(changed);
        unread.add(at);
      } catch (DataException e) {
        assertThat(e).hasMessageStartingWith(changed + " is not a readable model: ");
      }
    }
    // what made an entry, and what it is for the system it came from: 2 + 8 bytes of each
    assertThat(unread).hasSizeLessThanOrEqualTo(10 * PARTS);
  }

  @Test
  void refusesCompressedParts() throws IOException {
    byte[] whole = Files.readAllBytes(write("m.evenhand"));
    Path packed = folder.resolve("packed");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipInputStream in = new ZipInputStream(new java.io.ByteArrayInputStream(whole));
        ZipOutputStream deflated = new ZipOutputStream(out)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        deflated.putNextEntry(new ZipEntry(entry.getName()));
        in.transferTo(deflated);
      }
    }
    Files.write(packed, out.toByteArray());
    assertThatThrownBy(() -> FILES.read(packed))
        .hasMessage(
            packed + " is not a readable model: its part manifest.json is compressed or encrypted");
  }

  @Test
  void theTimeZoneChangesNoByte() throws IOException {
    TimeZone usual = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
      byte[] tokyo = Files.readAllBytes(write("tokyo"));
      TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
      assertThat(Files.readAllBytes(write("york"))).isEqualTo(tokyo);
    } finally {
      TimeZone.setDefault(usual);
    }
  }

  @Test
  void refusesJsonOfTooManyValues() {
    assertThatThrownBy(
            () ->
                BoundedJson.read(
                    ("[" + "{},".repeat(2_500_000) + "0]").getBytes(StandardCharsets.UTF_8),
                    "a part"))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "a part is larger than a model's may be, 64 MiB and 5,000,000 values and brackets");
    assertThatThrownBy(
            () -> BoundedJson.read("[".repeat(100_000).getBytes(StandardCharsets.UTF_8), "a part"))
        .hasMessage("a part is not JSON");
  }

  @Test
  void refusesWhatNoMixtureHas() throws IOException {
    byte[] whole = Files.readAllBytes(write("m.evenhand"));
    String manifest = part(whole, "manifest.json");
    for (String[] change :
        new String[][] {
          {"\"probability\" : 0.5", "\"probability\" : 2.5"},
          {"\"negative\" : \"<=50K\"", "\"negative\" : \">50K\""}
        }) {
      String forged = manifest.replace(change[0], change[1]);
      if (change[0].contains("probability")) {
        forged = forged.replace("\"probability\" : 0.25", "\"probability\" : -0.75");
      }
      assertThat(forged).isNotEqualTo(manifest);
      byte[] first = repacked(whole, "manifest.json", manifest, forged);
      String seal = ModelZip.sha256(manifest.getBytes(StandardCharsets.UTF_8));
      String sealed = ModelZip.sha256(forged.getBytes(StandardCharsets.UTF_8));
      Path path = folder.resolve("forged");
      Files.write(path, repacked(first, "manifest.sha256", seal, sealed));
      assertThatThrownBy(() -> FILES.read(path))
          .as(change[1])
          .isInstanceOf(DataException.class)
          .hasMessageStartingWith(path + " is not a readable model: ");
    }
  }

  private static String part(byte[] zip, String name) throws IOException {
    try (ZipInputStream in = new ZipInputStream(new java.io.ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (entry.getName().equals(name)) {
          return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
      }
      throw new IOException("no part " + name);
    }
  }

  private static byte[] repacked(byte[] zip, String part, String from, String to)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipInputStream in = new ZipInputStream(new java.io.ByteArrayInputStream(zip));
        ZipOutputStream repacked = new ZipOutputStream(out)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        byte[] kept =
            (entry.getName().equals(part) ? text.replace(from, to) : text)
                .getBytes(StandardCharsets.UTF_8);
        ZipEntry stored = new ZipEntry(entry.getName());
        CRC32 crc = new CRC32();
        crc.update(kept);
        stored.setMethod(ZipEntry.STORED);
        stored.setSize(kept.length);
        stored.setCrc(crc.getValue());
        repacked.putNextEntry(stored);
        repacked.write(kept);
      }
    }
    return out.toByteArray();
  }
}
