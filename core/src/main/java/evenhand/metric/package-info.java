/** Rates and scores of one group of rows, each defined once, with their intervals and tests. */
@NullMarked
package evenhand.metric;

import org.jspecify.annotations.NullMarked;
