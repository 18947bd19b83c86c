package evenhand.reduce;

import evenhand.learner.Classifier;
import java.util.Optional;

/**
 * What a reduction gave, and how far to trust it.
 *
 * @param classifier deterministic where one member is enough
 * @param standing of the classifier on the training problem
 * @param gap how much less error a classifier that meets the constraint could have at most, as far
 *     as the learner's replies can tell: the duality gap, in units of error, ≥ 0
 * @param fits calls of the learner
 * @param infeasibility present when no mixture of the classifiers found meets the constraint; the
 *     classifier is then one that breaks it least
 */
public record Reduced(
    Classifier classifier,
    Standing standing,
    double gap,
    int fits,
    Optional<Infeasibility> infeasibility) {}
