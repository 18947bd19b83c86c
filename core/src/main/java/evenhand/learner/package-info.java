/**
 * Weighted learners, the scorers they fit, and the deterministic classifiers built from scorers.
 */
@NullMarked
package evenhand.learner;

import org.jspecify.annotations.NullMarked;
