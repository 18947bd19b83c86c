package evenhand.benchmarks;

import evenhand.data.Sample;
import evenhand.parity.Requirement;
import evenhand.torch.MlpLearner;
import evenhand.torch.TorchMethods;
import evenhand.train.Method;
import evenhand.train.ProgressListener;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Times a network's training on Adult under a parity against its plain training in the same run, in
 * turns, and that against {@link BareLibtorch}; prints Markdown: milliseconds of a step, and the
 * ratio.
 */
public final class NetworkBenchmark {

  private static final int EPOCHS = 12;
  private static final int BATCH = 512;
  private static final int ROUNDS = 4;

  private NetworkBenchmark() {}

  /** Takes no arguments. */
  public static void main(String[] arguments) {
    AdultRows adult = AdultRows.read();
    Sample all = adult.sample(adult.encoding(List.of("sex", "fnlwgt")), adult.training());
    Sample sample =
        new Sample(
            all.features(),
            all.labels(),
            all.weights(),
            all.parityWeights(),
            List.of(all.groups("sex")));
    MlpLearner learner =
        MlpLearner.of(Map.of("epochs", Integer.toString(EPOCHS), "batch", Integer.toString(BATCH)));
    Map<String, Runnable> cases = new LinkedHashMap<>();
    cases.put(
        "plain", () -> learner.on(sample.features(), 1).fit(sample.labels(), sample.weights()));
    cases.put("bare libtorch", () -> new BareLibtorch(EPOCHS, BATCH).train(sample));
    methods()
        .forEach(
            (name, method) -> {
              Method.Task task =
                  new Method.Task(
                      sample,
                      Optional.empty(),
                      List.of(Requirement.parse("demographic_parity<=0.02@sex")),
                      learner,
                      1);
              cases.put(name, () -> method.fit(task, ProgressListener.NONE));
            });
    new Turns(cases, ROUNDS, EPOCHS * ((sample.size() + BATCH - 1) / BATCH)).print("plain");
  }

  private static Map<String, Method> methods() {
    Map<String, Method> methods = new LinkedHashMap<>();
    for (String name : TorchMethods.NAMES) {
      methods.put(name, TorchMethods.named(name, Map.of()).orElseThrow());
    }
    methods.put(
        "lagrangian, strategy=augmented",
        TorchMethods.named("lagrangian", Map.of("strategy", "augmented")).orElseThrow());
    for (Map<String, String> options :
        List.of(
            Map.of("update", "reversal"),
            new TreeMap<>(Map.of("on", "representation", "update", "reversal")))) {
      methods.put(
          "adversarial, " + options.toString().replaceAll("[{}]", ""),
          TorchMethods.named("adversarial", options).orElseThrow());
    }
    return methods;
  }
}
