package evenhand.train;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import evenhand.data.DataException;
import evenhand.data.WholeFile;
import evenhand.model.Model;
import evenhand.model.ModelFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Keeps every finished trial of a sweep as a model file of its own, with the hash of its exact
 * configuration, of the rows it was fitted on and of the version that fitted it. A trial is found
 * again only under the same hash; a file that is truncated or changed is as good as none.
 *
 * @param folder that exists
 * @param files how models are kept
 * @param version of the software that fits; another one's trials are not found
 * @param stated what was stated before the search, for the record; not part of the hash
 */
public record TrialFolder(Path folder, ModelFile files, String version, String stated) {

  private static final String SCHEMA = "evenhand.trial/1";
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * The trials of one job.
   *
   * @param fitted now, not found
   * @param stated what was stated before they were fitted
   */
  record Found(List<Trial> trials, boolean fitted, String stated) {}

  Shelf shelf(Sweep sweep, Sweep.Job job, Map<String, String> fingerprints) {
    Map<String, List<String>> configuration = sweep.configuration(job.setting(), job.id().seed());
    Map<String, String> rows = new LinkedHashMap<>(fingerprints);
    rows.remove(Part.TEST.id());
    return new Shelf(this, job, configuration, rows);
  }

  /** The place of one job's trials. */
  record Shelf(
      TrialFolder folder,
      Sweep.Job job,
      Map<String, List<String>> configuration,
      Map<String, String> fingerprints) {

    /** SHA-256 of version, configuration and rows. */
    String key() {
      try {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        String text =
            String.join(
                "\n", SCHEMA, folder.version, configuration.toString(), fingerprints.toString());
        return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java platform has SHA-256", e);
      }
    }

    /** What an earlier sweep kept, if it kept all of it. */
    Optional<Found> find() {
      Optional<Found> failed = findFailure();
      if (failed.isPresent()) {
        return failed;
      }
      List<Trial> trials = new ArrayList<>();
      String statedThen = "";
      int size = 1;
      for (int number = 1; number <= size; number++) {
        Optional<Model> model = read(number);
        if (model.isEmpty()) {
          return Optional.empty();
        }
        JsonNode evidence = model.get().evidence();
        size = evidence.path("family").asInt(1);
        statedThen = evidence.path("stated").asText();
        trials.add(trial(number, model.get()));
      }
      return Optional.of(new Found(trials, false, statedThen));
    }

    /** A family's first member is {@code grid-1-seed1}, a single candidate has its job's name. */
    private Optional<Model> read(int number) {
      for (TrialId id : number == 1 ? List.of(job.id(), member(1)) : List.of(member(number))) {
        Path file = folder.folder.resolve(id.fileName() + ".evenhand");
        if (Files.isRegularFile(file)) {
          try {
            Model model = folder.files.read(file);
            if (model.evidence().path("key").asText().equals(key())
                && model.evidence().path("trial").asText().equals(id.toString())) {
              return Optional.of(model);
            }
          } catch (DataException e) {
            // not whole, or not ours: it is made again
          }
        }
      }
      return Optional.empty();
    }

    private TrialId member(int number) {
      return job.id().strength().isPresent()
          ? job.id()
          : new TrialId(job.id().method(), OptionalDouble.of(number), job.id().seed());
    }

    private Trial trial(int number, Model model) {
      JsonNode evidence = model.evidence();
      Map<String, String> search = new LinkedHashMap<>();
      evidence
          .path("search")
          .properties()
          .forEach(entry -> search.put(entry.getKey(), entry.getValue().asText()));
      boolean alone = evidence.path("family").asInt(1) == 1;
      return new Trial(
          alone ? job.id() : member(number),
          job.setting().requirements(),
          Optional.of(Decider.of(model)),
          search,
          Optional.empty());
    }

    private Path failureFile() {
      return folder.folder.resolve(job.id().fileName() + ".json");
    }

    private Optional<Found> findFailure() {
      if (!Files.isRegularFile(failureFile())) {
        return Optional.empty();
      }
      try {
        JsonNode tree = JSON.readTree(failureFile().toFile());
        if (tree != null && tree.path("key").asText().equals(key())) {
          Trial failed =
              new Trial(
                  job.id(),
                  job.setting().requirements(),
                  Optional.empty(),
                  Map.of(),
                  Optional.of(tree.path("failure").asText()));
          return Optional.of(new Found(List.of(failed), false, tree.path("stated").asText()));
        }
      } catch (IOException e) {
        // not whole: it is made again
      }
      return Optional.empty();
    }

    Found keep(List<Trial> trials, Prepared prepared, Sweep sweep) {
      for (Trial trial : trials) {
        ObjectNode evidence = evidence(trial, trials.size());
        if (trial.failure().isPresent()) {
          write(evidence.put("failure", trial.failure().get()));
          continue;
        }
        Model model =
            trial
                .decider()
                .orElseThrow()
                .model(sweep.data().outcome(), prepared.encoding(), evidence);
        try (WholeFile file =
            WholeFile.open(folder.folder.resolve(trial.id().fileName() + ".evenhand"))) {
          folder.files.write(model, file);
          file.commit();
        }
      }
      return new Found(trials, true, folder.stated);
    }

    private void write(ObjectNode tree) {
      try (WholeFile file = WholeFile.open(failureFile())) {
        file.stream().write(JSON.writeValueAsBytes(tree));
        file.commit();
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("a tree can always be written", e);
      } catch (IOException e) {
        throw new DataException(
            "can't write %s: %s".formatted(failureFile(), Objects.toString(e.getMessage())), e);
      }
    }

    private ObjectNode evidence(Trial trial, int family) {
      ObjectNode tree = JSON.createObjectNode();
      tree.put("schema", SCHEMA);
      tree.put("trial", trial.id().toString());
      tree.put("key", key());
      tree.put("version", folder.version);
      tree.put("family", family);
      tree.put("stated", folder.stated);
      ObjectNode search = tree.putObject("search");
      trial.search().forEach(search::put);
      ObjectNode said = tree.putObject("configuration");
      configuration.forEach(
          (name, values) -> {
            ArrayNode list = said.putArray(name);
            values.forEach(list::add);
          });
      ObjectNode prints = tree.putObject("fingerprints");
      fingerprints.forEach(prints::put);
      return tree;
    }
  }
}
