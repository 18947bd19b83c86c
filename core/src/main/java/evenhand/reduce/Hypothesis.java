package evenhand.reduce;

import evenhand.learner.Scorer;

/**
 * A deterministic classifier that may become a member of the mixture.
 *
 * @param threshold accepts rows of at least this score
 * @param standing on the training problem
 */
record Hypothesis(Scorer scorer, double threshold, Standing standing) {}
