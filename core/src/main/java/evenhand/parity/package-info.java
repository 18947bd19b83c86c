/**
 * Requirements on rates between groups: stated as values, bound to a sample as linear constraints.
 */
@NullMarked
package evenhand.parity;

import org.jspecify.annotations.NullMarked;
