/** What the columns of a table are, before anything is learned from them. */
@NullMarked
package evenhand.columns;

import org.jspecify.annotations.NullMarked;
