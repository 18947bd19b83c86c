package evenhand.reduce;

import evenhand.learner.Classifier;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a reduction gave, and how far to trust it.
 *
 * @param classifier deterministic where one member is enough
 * @param standing of the classifier on the training problem
 * @param gap over replies: how much less error a mixture of the replies that meets the constraint
 *     could have at most, in units of error, ≥ 0. It says nothing of what the learner could still
 *     answer at other prices
 * @param dualityGap how much less error any mixture of the learner's classifiers that meets the
 *     constraint could have at most, in units of error, ≥ 0; empty where the learner is not {@link
 *     evenhand.learner.WeightedLearner#isExact exact}, or was asked once only
 * @param fits calls of the learner
 * @param infeasibility present when no mixture of the classifiers found meets the constraint; the
 *     classifier is then one that breaks it least
 */
public record Reduced(
    Classifier classifier,
    Standing standing,
    double gap,
    OptionalDouble dualityGap,
    int fits,
    Optional<Infeasibility> infeasibility) {}
