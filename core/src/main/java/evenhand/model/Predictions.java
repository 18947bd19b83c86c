package evenhand.model;

import evenhand.data.Encoded;
import java.util.List;

/**
 * What a model says of n rows.
 *
 * @param decisions shape [n], each 0 or 1
 * @param scores mean P(y=1) of the members, shape [n], in [0, 1]
 * @param acceptance exact P(ŷ=1) over the members, shape [n], in [0, 1]; equal to the decisions for
 *     a deterministic model
 * @param unseen categories that did not occur in training, by column
 */
public record Predictions(
    int[] decisions, double[] scores, double[] acceptance, List<Encoded.Unseen> unseen) {}
