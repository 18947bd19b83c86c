package evenhand.train;

import evenhand.audit.Audit;

/**
 * What was measured on one part of the rows.
 *
 * @param rows how many
 * @param decisions of the trained model, exactly as {@code predict} makes them
 * @param expected the same over the model's acceptance probabilities; equal to {@code decisions}
 *     for a deterministic model
 * @param plain the decisions of the same learner without any requirement
 */
public record PartEvidence(Part part, long rows, Audit decisions, Audit expected, Audit plain) {}
