package evenhand.reduce;

import evenhand.learner.Classifier;
import java.util.Optional;

/**
 * What a reduction gave, and how far to trust it.
 *
 * @param classifier deterministic where one member is enough
 * @param standing of the classifier on the training problem
 * @param gap between its error and the least that the learner's replies leave possible, in units of
 *     error, ≥ 0: the duality gap
 * @param rounds of the game between prices and replies, or points of a grid
 * @param fits calls of the learner
 * @param infeasibility present when no mixture of the classifiers found meets the constraint; the
 *     classifier is then the one that breaks it least
 */
public record Reduced(
    Classifier classifier,
    Standing standing,
    double gap,
    int rounds,
    int fits,
    Optional<Infeasibility> infeasibility) {}
