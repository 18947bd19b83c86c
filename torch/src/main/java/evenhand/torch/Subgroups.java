package evenhand.torch;

import evenhand.data.Groups;
import evenhand.loss.Batch;
import evenhand.loss.Credibility;
import evenhand.loss.Loss;
import evenhand.loss.Pooling;
import evenhand.parity.Requirement;
import evenhand.train.Method;
import java.util.ArrayList;
import java.util.List;

/** How a term treats groups that may have few rows, such as the cells of an intersection. */
sealed interface Subgroups {

  /** Binds a term to a task. */
  Timed on(FairnessTerm term, Requirement requirement, Method.Task task);

  /** A term that may change over a training. */
  @FunctionalInterface
  interface Timed {

    /**
     * @param progress of the training, in [0, 1)
     */
    Loss.Evaluated on(Batch batch, double[] logits, double progress);
  }

  /**
   * All at once, each rate pooled with its parent's.
   *
   * @param credibility of a group's own rate
   */
  record Pooled(Credibility credibility) implements Subgroups {

    @Override
    public Timed on(FairnessTerm term, Requirement requirement, Method.Task task) {
      Pooling pooling =
          Pooling.of(credibility, requirement.attribute().orElseThrow(), task.training().groups());
      FairnessTerm.Bound bound = term.on(requirement, pooling, task);
      return (batch, logits, progress) -> bound.on(batch, logits);
    }
  }

  /**
   * The mean over the attributes that are crossed first, and later beside it the term of the
   * intersection's cells, without those that have few rows.
   *
   * @param minRows training rows that a cell needs, ≥ 0
   * @param from when the cells join, in [0, 1)
   */
  record Hierarchical(int minRows, double from) implements Subgroups {

    @Override
    public Timed on(FairnessTerm term, Requirement requirement, Method.Task task) {
      List<Groups> all = task.training().groups();
      String attribute = requirement.attribute().orElseThrow();
      List<FairnessTerm.Bound> marginals = new ArrayList<>();
      for (Groups part : Pooling.parts(attribute, all)) {
        marginals.add(term.on(requirement.of(part.attribute()), Pooling.NONE, task));
      }
      FairnessTerm.Bound cells = enough(term.on(requirement, Pooling.NONE, task), attribute, task);
      if (marginals.isEmpty()) {
        return (batch, logits, progress) -> cells.on(batch, logits);
      }
      FairnessTerm.Bound first = FairnessTerm.mean(marginals);
      return (batch, logits, progress) -> {
        Loss.Evaluated sum = first.on(batch, logits);
        return progress < from ? sum : sum.plus(cells.on(batch, logits), 1);
      };
    }

    private FairnessTerm.Bound enough(FairnessTerm.Bound term, String attribute, Method.Task task) {
      int[] counts = task.training().groups(attribute).counts();
      return (batch, logits) -> {
        int[] codes = batch.groups(attribute).codes();
        return term.on(batch.counting(i -> counts[codes[i]] >= minRows), logits);
      };
    }
  }
}
