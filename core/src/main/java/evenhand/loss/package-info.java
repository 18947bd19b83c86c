/**
 * What a network is trained to make small, as a function of the logits of a batch: its value and
 * its slope at every logit, in double and in plain Java. A network's parameters get their gradient
 * by one backward pass of that slope, whichever library does it.
 */
@NullMarked
package evenhand.loss;

import org.jspecify.annotations.NullMarked;
