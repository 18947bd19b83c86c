package evenhand.train;

import evenhand.data.DataException;
import evenhand.data.Outcome;
import evenhand.data.Split;
import evenhand.data.Table;
import evenhand.model.Model;
import evenhand.model.ModelFile;
import evenhand.model.Stage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A saved model that a training goes on from. Columns become the features that they are to it.
 *
 * @param name of its file, without the folder
 * @param sha256 of its file, in hexadecimal digits
 * @param model as read
 */
public record Start(String name, String sha256, Model model) {

  /**
   * @param formats reads the file
   * @throws DataException when it is no readable model
   */
  public static Start read(Path file, ModelFile formats) {
    Model model = formats.read(file);
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      new DigestInputStream(in, digest).transferTo(java.io.OutputStream.nullOutputStream());
      return new Start(
          file.toAbsolutePath().normalize().toFile().getName(),
          HexFormat.of().formatHex(digest.digest()),
          model);
    } catch (IOException e) {
      throw new DataException("can't read %s: %s".formatted(file, e.getMessage()), e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /**
   * The feature columns in the model's order.
   *
   * @throws DataException when they are not the model's, or it decides on something else
   */
  List<String> requireSame(List<String> features, Outcome outcome) {
    List<String> own = List.copyOf(model.encoding().types().keySet());
    Set<String> left = new HashSet<>(features);
    own.forEach(left::remove);
    if (!left.isEmpty()) {
      throw new DataException(
          "%s was not trained on the column %s, and a training that goes on from it needs its feature columns: %s"
              .formatted(name, left.stream().sorted().findFirst().orElseThrow(), shown(own)));
    }
    own.stream()
        .filter(column -> !features.contains(column))
        .findFirst()
        .ifPresent(
            column -> {
              throw new DataException(
                  "%s was trained on the column %s, which is no feature here; a training that goes on from it needs its feature columns: %s"
                      .formatted(name, column, shown(own)));
            });
    if (!outcome.equals(model.outcome())) {
      throw new DataException(
          "%s tells %s from %s by %s, not %s from %s by %s; a training goes on to the same end"
              .formatted(
                  name,
                  model.outcome().positive(),
                  model.outcome().negative(),
                  model.outcome().column(),
                  outcome.positive(),
                  outcome.negative(),
                  outcome.column()));
    }
    return own;
  }

  private static String shown(List<String> columns) {
    return columns.stream().limit(20).collect(Collectors.joining(","))
        + (columns.size() > 20 ? ",..." : "");
  }

  /** Sentences on what does not go on, and on rows that are not as unseen as they look. */
  List<String> notes(Table table, Split split) {
    List<String> notes = new ArrayList<>();
    for (Stage stage : model.stages()) {
      notes.add("the %s of %s belongs to its scores and is left out".formatted(stage.id(), name));
    }
    long seen = seen(table, split.heldOut());
    if (seen > 0) {
      notes.add(
          String.format(
              Locale.ROOT,
              "%,d of the %,d validation rows were training rows of %s, so that they are not unseen; its own --seed and --validation hold out the same rows again",
              seen,
              split.heldOut().length,
              name));
    }
    return notes;
  }

  /** How many of these rows the model was trained on; 0 for another table than its own. */
  private long seen(Table table, int[] rows) {
    Set<Integer> known;
    try {
      known =
          Arrays.stream(TrainingRows.of(model, table, Part.TRAINING))
              .boxed()
              .collect(Collectors.toSet());
    } catch (DataException otherTable) {
      return 0;
    }
    return Arrays.stream(rows).filter(known::contains).count();
  }
}
