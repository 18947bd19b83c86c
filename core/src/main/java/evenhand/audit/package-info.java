/** What was measured, on whom, and how surely. */
@NullMarked
package evenhand.audit;

import org.jspecify.annotations.NullMarked;
