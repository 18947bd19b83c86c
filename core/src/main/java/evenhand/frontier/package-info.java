/** Which of many candidates are worth choosing between, how surely, and which one is chosen. */
@NullMarked
package evenhand.frontier;

import org.jspecify.annotations.NullMarked;
