package evenhand.columns;

/**
 * Cells that are not what all others of their column are.
 *
 * @param cells how many, at least one
 * @param row of the first, from 1
 * @param text of the first
 * @param hint what is known of that text and what to do about it, as the end of a sentence; may be
 *     empty
 */
public record OddCells(int cells, int row, String text, String hint) {}
