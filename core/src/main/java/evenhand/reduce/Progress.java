package evenhand.reduce;

/**
 * How far a reduction is.
 *
 * @param fits done
 * @param limit fits at most; often far fewer are needed
 * @param gap how much error a better classifier could save at most, as far as known; infinite
 *     before anything is known
 */
public record Progress(int fits, int limit, double gap) {}
