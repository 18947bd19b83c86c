/**
 * Adapters of XGBoost and Tribuo to {@code evenhand.learner.WeightedLearner}, and learners by name.
 */
@NullMarked
package evenhand.learners;

import org.jspecify.annotations.NullMarked;
