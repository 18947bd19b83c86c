/** The whole path from a table and a requirement to a model with its evidence. */
@NullMarked
package evenhand.train;

import org.jspecify.annotations.NullMarked;
