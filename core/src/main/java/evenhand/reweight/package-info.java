/**
 * How much each training row should count, decided from labels, groups and what a fitted classifier
 * does, for any learner that heeds weights.
 */
@NullMarked
package evenhand.reweight;

import org.jspecify.annotations.NullMarked;
