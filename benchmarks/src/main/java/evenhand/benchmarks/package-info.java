/** Figures of speed, each a ratio to a lower bound measured in the same run. */
@NullMarked
package evenhand.benchmarks;

import org.jspecify.annotations.NullMarked;
