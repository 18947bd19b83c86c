/** Thresholds on a score, one for each group or one for all, that keep stated requirements. */
@NullMarked
package evenhand.threshold;

import org.jspecify.annotations.NullMarked;
