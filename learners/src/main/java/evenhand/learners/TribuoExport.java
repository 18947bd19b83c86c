package evenhand.learners;

import evenhand.data.Matrix;
import evenhand.learner.LogisticScorer;
import evenhand.learner.Scorer;
import evenhand.learners.TreeEnsemble.Link;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.Model;
import org.tribuo.classification.Label;
import org.tribuo.common.sgd.AbstractLinearSGDModel;
import org.tribuo.common.tree.LeafNode;
import org.tribuo.common.tree.Node;
import org.tribuo.common.tree.SplitNode;
import org.tribuo.common.tree.TreeModel;
import org.tribuo.ensemble.EnsembleModel;
import org.tribuo.math.la.DenseMatrix;

/**
 * Restates Tribuo's linear and tree models as scorers of ours, which can be kept in a model file
 * without the class names that Tribuo's own format names. A restatement counts only when it scores
 * the rows it is shown as the model does.
 */
final class TribuoExport {

  private static final int ROWS_COMPARED = 200;

  /** Leaves are kept in single precision. */
  private static final double AGREEMENT = 1e-5;

  private TribuoExport() {}

  /**
   * The model as a scorer of ours; empty where there is none that scores these rows alike.
   *
   * @param features the rows of the fit; the first few are compared
   */
  static Optional<Scorer> of(Model<Label> model, Matrix features) {
    int[] shown = new int[Math.min(ROWS_COMPARED, features.rows())];
    for (int i = 0; i < shown.length; i++) {
      shown[i] = i;
    }
    Matrix rows = features.select(shown);
    return restated(model, features.columns()).filter(scorer -> agree(scorer, model, rows));
  }

  private static boolean agree(Scorer scorer, Model<Label> model, Matrix rows) {
    double[] ours = scorer.score(rows);
    double[] theirs = new TribuoScorer(model).score(rows);
    for (int i = 0; i < ours.length; i++) {
      if (!(Math.abs(ours[i] - theirs[i]) <= AGREEMENT)) {
        return false;
      }
    }
    return true;
  }

  private static Optional<Scorer> restated(Model<Label> model, int columns) {
    if (model instanceof AbstractLinearSGDModel<Label> linear) {
      return Optional.of(logistic(linear, columns));
    }
    if (model instanceof TreeModel<Label> tree) {
      return Optional.of(trees(List.of(tree), columns));
    }
    if (model instanceof EnsembleModel<Label> ensemble
        && ensemble.getModels().stream().allMatch(member -> member instanceof TreeModel<?>)) {
      return Optional.of(trees(ensemble.getModels(), columns));
    }
    return Optional.empty();
  }

  /** Softmax over two labels is the logistic function of the difference of their scores. */
  private static Scorer logistic(AbstractLinearSGDModel<Label> model, int columns) {
    DenseMatrix weights = model.getWeightsCopy(); // [labels][features and the bias last]
    int one = model.getOutputIDInfo().getID(TribuoRows.ONE);
    int zero = model.getOutputIDInfo().getID(TribuoRows.ZERO);
    int bias = weights.getDimension2Size() - 1;
    double[] coefficients = new double[columns + 1];
    ImmutableFeatureMap map = model.getFeatureIDMap();
    for (int id = 0; id < bias; id++) {
      coefficients[TribuoRows.column(map.get(id).getName(), columns)] =
          weights.get(one, id) - weights.get(zero, id);
    }
    double intercept = coefficients[columns] + weights.get(one, bias) - weights.get(zero, bias);
    return new LogisticScorer(Arrays.copyOf(coefficients, columns), intercept);
  }

  private static Scorer trees(List<? extends Model<Label>> models, int columns) {
    TreeEnsembleBuilder builder = new TreeEnsembleBuilder(Link.MEAN, 0, columns);
    for (Model<Label> model : models) {
      TreeModel<Label> tree = (TreeModel<Label>) model;
      builder.add(tree.getRoot(), new Nodes(tree.getFeatureIDMap(), columns));
    }
    return new TreeEnsembleScorer(builder.build());
  }

  private record Nodes(ImmutableFeatureMap map, int columns)
      implements TreeEnsembleBuilder.Nodes<Node<Label>> {

    @Override
    public boolean isLeaf(Node<Label> node) {
      return node.isLeaf();
    }

    @Override
    public Node<Label> left(Node<Label> node) {
      return ((SplitNode<Label>) node).getLessThanOrEqual();
    }

    @Override
    public Node<Label> right(Node<Label> node) {
      return ((SplitNode<Label>) node).getGreaterThan();
    }

    @Override
    public int column(Node<Label> node) {
      return TribuoRows.column(
          map.get(((SplitNode<Label>) node).getFeatureID()).getName(), columns);
    }

    @Override
    public float value(Node<Label> node) {
      return node instanceof SplitNode<Label> split
          ? firstAbove(split.splitValue())
          : probability(((LeafNode<Label>) node).getDistribution());
    }

    @Override
    public boolean isZeroLeft(Node<Label> node) {
      return 0 <= ((SplitNode<Label>) node).splitValue();
    }

    /** {@code x <= value} in double precision is {@code x < firstAbove(value)} for a float x. */
    private static float firstAbove(double value) {
      float nearest = (float) value;
      return nearest > value ? nearest : Math.nextUp(nearest);
    }

    /** Tribuo subtracts in single precision, so that a share may come out just below 0. */
    private static float probability(Map<String, Label> distribution) {
      double total = 0;
      for (Label label : distribution.values()) {
        total += label.getScore();
      }
      Label one = distribution.get(TribuoRows.ONE.getLabel());
      return one == null ? 0 : (float) Math.min(1, Math.max(0, one.getScore() / total));
    }
  }
}
