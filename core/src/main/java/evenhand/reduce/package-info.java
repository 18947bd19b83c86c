/** Training under a parity requirement by reduction to weighted classification. */
@NullMarked
package evenhand.reduce;

import org.jspecify.annotations.NullMarked;
