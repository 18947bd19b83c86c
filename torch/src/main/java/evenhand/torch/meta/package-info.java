/** Learns how much each training row should count from a few trusted rows. */
@NullMarked
package evenhand.torch.meta;

import org.jspecify.annotations.NullMarked;
