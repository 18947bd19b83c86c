package evenhand.train;

import evenhand.data.CsrMatrix;
import evenhand.data.DataException;
import evenhand.data.DenseMatrix;
import evenhand.data.Encoded;
import evenhand.data.Encoding;
import evenhand.data.Groups;
import evenhand.data.Matrix;
import evenhand.data.Sample;
import evenhand.data.Split;
import evenhand.data.Table;
import evenhand.model.ThresholdStage;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Rows ready to learn from: encoded on training rows only, split, with their groups.
 *
 * @param encoding fitted on the training rows, or that of the model a training goes on from
 * @param split of the table's rows
 * @param samples training always; validation and test where there are any
 * @param trusted rows given to be trusted
 * @param identities of the rows of each sample; see {@link PartRows}
 * @param notes sentences about what the encoding met, such as unseen categories
 */
record Prepared(
    Encoding encoding,
    Split split,
    Map<Part, Sample> samples,
    Optional<Sample> trusted,
    Map<Part, long[]> identities,
    List<String> notes) {

  static Prepared of(TrainingData data, TrainingOptions options) {
    return of(data, options, data.start().map(start -> start.model().encoding()));
  }

  /**
   * @param given how columns become features; empty: fitted on the training rows
   */
  static Prepared of(TrainingData data, TrainingOptions options, Optional<Encoding> given) {
    Table table = data.table();
    int[] labels = data.outcome().read(table);
    List<Groups> groups = data.groupsOf(table, List.of());
    Split split = Split.stratified(labels, groups, options.validation(), options.seed());
    requireBothLabels(data, labels, split.training());
    Encoding encoding =
        given.orElseGet(
            () -> Encoding.fit(table, split.training(), data.features(), data.review().readings()));
    List<String> notes = new ArrayList<>();
    noteRareLabels(data, options, labels, split, notes);
    data.start().ifPresent(start -> notes.addAll(start.notes(table, split)));
    EnumMap<Part, Sample> samples = new EnumMap<>(Part.class);
    EnumMap<Part, long[]> identities = new EnumMap<>(Part.class);
    long[] told = identities(table, encoding);
    Sample all = sample(data, table, encoding, labels, groups, notes);
    samples.put(Part.TRAINING, all.select(split.training()));
    identities.put(Part.TRAINING, select(told, split.training()));
    if (split.heldOut().length > 0) {
      samples.put(Part.VALIDATION, all.select(split.heldOut()));
      identities.put(Part.VALIDATION, select(told, split.heldOut()));
    }
    data.test()
        .ifPresent(
            test -> {
              List<Groups> testGroups = data.groupsOf(test, groups);
              noteNewGroups(
                  test,
                  groups,
                  testGroups,
                  "the model decides on them, and they are measured under their own name",
                  notes);
              int[] testLabels = data.outcome().read(test);
              samples.put(Part.TEST, sample(data, test, encoding, testLabels, testGroups, notes));
              identities.put(Part.TEST, identities(test, encoding));
            });
    Optional<Sample> trusted =
        data.trusted().map(rows -> trusted(data, rows, encoding, groups, notes));
    return new Prepared(encoding, split, samples, trusted, identities, List.copyOf(notes));
  }

  private static Sample trusted(
      TrainingData data, Table rows, Encoding encoding, List<Groups> groups, List<String> notes) {
    List<Groups> theirs = data.groupsOf(rows, groups);
    noteNewGroups(rows, groups, theirs, "as trusted rows they are a group of their own", notes);
    return sample(data, rows, encoding, data.outcome().read(rows), theirs, notes);
  }

  /** The columns whose values tell rows apart. */
  static List<String> drawn(Encoding encoding) {
    return List.copyOf(encoding.types().keySet());
  }

  private static long[] identities(Table table, Encoding encoding) {
    return ThresholdStage.identities(table, drawn(encoding));
  }

  private static long[] select(long[] all, int[] rows) {
    return Arrays.stream(rows).mapToLong(row -> all[row]).toArray();
  }

  /** The rows of a part that there is. */
  PartRows rows(Part part) {
    return new PartRows(
        Objects.requireNonNull(samples.get(part), "rows of that part"),
        Objects.requireNonNull(identities.get(part), "rows of that part"));
  }

  private static Sample sample(
      TrainingData data,
      Table table,
      Encoding encoding,
      int[] labels,
      List<Groups> groups,
      List<String> notes) {
    Encoded encoded = encoding.encode(table);
    boolean told = table.equals(data.table()) && !data.review().columns().isEmpty();
    encoded.unseen().stream()
        .filter(unseen -> !(told && unseen.sort() == Encoded.Unseen.Sort.UNREADABLE))
        .forEach(unseen -> notes.add(unseen.sentence(table.origin())));
    double[] weights = data.weightsOf(table);
    double[] parityWeights =
        data.weightMeaning() == WeightMeaning.ERROR_AND_PARITY ? weights : ones(table.rows());
    return new Sample(encoded.matrix(), labels, weights, parityWeights, groups);
  }

  private static double[] ones(int rows) {
    double[] ones = new double[rows];
    Arrays.fill(ones, 1);
    return ones;
  }

  private static void requireBothLabels(TrainingData data, int[] labels, int[] training) {
    int positives = 0;
    for (int row : training) {
      positives += labels[row];
    }
    if (positives == 0 || positives == training.length) {
      throw new DataException(
          "%s: every training row has the same %s, both %s and %s are needed"
              .formatted(
                  data.table().origin(),
                  data.outcome().column(),
                  data.outcome().positive(),
                  data.outcome().negative()));
    }
  }

  private static void noteRareLabels(
      TrainingData data, TrainingOptions options, int[] labels, Split split, List<String> notes) {
    if (data.groups().isEmpty()) {
      return;
    }
    for (int label = 1; label >= 0; label--) {
      int wanted = label;
      long fitted = Arrays.stream(split.training()).filter(row -> labels[row] == wanted).count();
      long held = Arrays.stream(split.heldOut()).filter(row -> labels[row] == wanted).count();
      boolean rare = fitted < options.minRows() || (split.heldOut().length > 0 && held == 0);
      if (rare) {
        notes.add(
            String.format(
                Locale.ROOT,
                "%s: of %,d rows only %,d have %s %s, %,d of them for training and %,d held out: what is measured among them is little evidence",
                data.table().origin(),
                labels.length,
                fitted + held,
                data.outcome().column(),
                data.outcome().text(label),
                fitted,
                held));
      }
    }
  }

  private static void noteNewGroups(
      Table rows, List<Groups> known, List<Groups> found, String use, List<String> notes) {
    for (int a = 0; a < known.size(); a++) {
      List<String> names = found.get(a).names();
      List<String> added = names.subList(known.get(a).names().size(), names.size());
      if (!added.isEmpty()) {
        notes.add(
            "%s: no training row is of %s %s; %s"
                .formatted(rows.origin(), known.get(a).attribute(), String.join(", ", added), use));
      }
    }
  }

  /** SHA-256 of the encoded rows, labels, weights and groups of each part. */
  Map<String, String> fingerprints() {
    Map<String, String> prints = new LinkedHashMap<>();
    samples.forEach((part, sample) -> prints.put(part.id(), fingerprint(sample)));
    return prints;
  }

  private static String fingerprint(Sample sample) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      Matrix features = sample.features();
      if (features instanceof CsrMatrix sparse) {
        digest(digest, sparse.offsets());
        digest(digest, sparse.indices());
        digest(digest, sparse.values());
      } else if (features instanceof DenseMatrix dense) {
        digest(digest, dense.values());
      }
      digest(digest, sample.labels());
      for (double weight : sample.weights()) {
        digest.update(ByteBuffer.allocate(8).putDouble(0, weight));
      }
      for (Groups groups : sample.groups()) {
        digest.update(
            String.join("\n", groups.names()).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        digest(digest, groups.codes());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static void digest(MessageDigest digest, int[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * Math.min(values.length, 1 << 14));
    for (int from = 0; from < values.length; from += 1 << 14) {
      int count = Math.min(1 << 14, values.length - from);
      bytes.clear();
      bytes.asIntBuffer().put(values, from, count);
      digest.update(bytes.limit(4 * count));
    }
  }

  private static void digest(MessageDigest digest, float[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * Math.min(values.length, 1 << 14));
    for (int from = 0; from < values.length; from += 1 << 14) {
      int count = Math.min(1 << 14, values.length - from);
      bytes.clear();
      bytes.asFloatBuffer().put(values, from, count);
      digest.update(bytes.limit(4 * count));
    }
  }
}
