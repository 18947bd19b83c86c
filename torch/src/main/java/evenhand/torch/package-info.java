/** Neural networks: trained on libtorch, scored in plain Java. */
@NullMarked
package evenhand.torch;

import org.jspecify.annotations.NullMarked;
