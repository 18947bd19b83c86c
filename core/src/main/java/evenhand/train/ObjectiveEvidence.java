package evenhand.train;

import java.util.OptionalDouble;

/**
 * The objective of thresholds on one part of the rows.
 *
 * @param decisions of the decisions made
 * @param expected over acceptance probabilities
 * @param plain of the best single threshold for all
 */
public record ObjectiveEvidence(
    Part part, OptionalDouble decisions, OptionalDouble expected, OptionalDouble plain) {}
