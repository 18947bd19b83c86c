/**
 * How much the gradient of each of several players (groups, tasks, criteria) counts in one shared
 * step, decided from their inner products alone.
 */
@NullMarked
package evenhand.gradient;

import org.jspecify.annotations.NullMarked;
