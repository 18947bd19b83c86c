/**
 * What scores mean: maps from scores to probabilities, by group where it matters, with evidence.
 */
@NullMarked
package evenhand.calibrate;

import org.jspecify.annotations.NullMarked;
