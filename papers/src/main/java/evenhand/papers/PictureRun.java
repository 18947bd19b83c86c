package evenhand.papers;

import evenhand.loss.RowLoss;
import evenhand.torch.Network;
import evenhand.torch.RateSchedule;
import evenhand.torch.Stepping;
import evenhand.torch.meta.Examples;
import evenhand.torch.meta.MetaOptions;
import evenhand.torch.meta.MetaTraining;
import evenhand.torch.meta.Predictions;
import java.util.List;
import java.util.OptionalDouble;

/**
 * One training that tells pictures' classes apart, where every class is a group.
 *
 * @param training pictures to learn from
 * @param trusted pictures to be even on
 */
record PictureRun(
    Network network,
    Pictures training,
    Pictures trusted,
    MetaOptions options,
    MetaTraining.Plan plan) {

  /**
   * As FORML's appendix A.1 trains on CIFAR: Nesterov's momentum of 0.9, a tenth of the rate after
   * 30, 60 and 80 % of the epochs, and as many trusted rows a step as rows.
   */
  static MetaOptions options(int epochs, int batch, double rate) {
    return new MetaOptions(
        epochs,
        batch,
        rate,
        5e-4,
        new Stepping(
            Stepping.Rule.NESTEROV,
            0.9,
            new RateSchedule(RateSchedule.Shape.STEP, List.of(0.3, 0.6, 0.8), 0.1),
            OptionalDouble.empty()),
        new MetaOptions.Trust(
            batch,
            3,
            RowLoss.CROSS_ENTROPY,
            MetaOptions.Imagined.PLAIN,
            MetaOptions.Passes.SHARED));
  }

  /** How well the last epoch's network does on the test rows. */
  ClassScores run(Pictures test, MetaTraining.RowListener rows, MetaTraining.AfterEpoch after) {
    return run(List.of(test), rows, after).get(0);
  }

  /** The same on several sets of rows. */
  List<ClassScores> run(
      List<Pictures> sets, MetaTraining.RowListener rows, MetaTraining.AfterEpoch after) {
    try (MetaTraining here =
        new MetaTraining(network, examples(training), examples(trusted), options, plan)) {
      here.run(rows, after);
      return sets.stream()
          .map(
              set ->
                  ClassScores.of(
                      set.labels(),
                      Predictions.of(here.logits(set.matrix()), set.size()),
                      set.classes()))
          .toList();
    }
  }

  private static Examples examples(Pictures pictures) {
    return Examples.byClass(pictures.matrix(), pictures.labels(), pictures.classes());
  }
}
