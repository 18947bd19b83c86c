/** How fast it is, measured with JMH. */
@NullMarked
package evenhand.benchmarks;

import org.jspecify.annotations.NullMarked;
