/**
 * Experiments of papers, run again: their figures beside ours. Not needed by users of the library.
 */
@NullMarked
package evenhand.papers;

import org.jspecify.annotations.NullMarked;
