/** The command line: options, exit codes and output places; everything else is called. */
@NullMarked
package evenhand.cli;

import org.jspecify.annotations.NullMarked;
