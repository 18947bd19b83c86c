/**
 * Rows of people: tables as read, the matrix, labels, groups and weights a learner sees, and
 * splits.
 */
@NullMarked
package evenhand.data;

import org.jspecify.annotations.NullMarked;
