package evenhand.papers;

import evenhand.torch.Network;
import evenhand.torch.meta.Examples;
import evenhand.torch.meta.MetaOptions;
import evenhand.torch.meta.MetaTraining;
import evenhand.torch.meta.Predictions;
import java.util.List;

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
