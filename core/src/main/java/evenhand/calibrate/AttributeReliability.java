package evenhand.calibrate;

import evenhand.audit.Disparity;
import java.util.List;

/**
 * How far the probabilities can be taken at their word in the groups of one attribute.
 *
 * @param name of the attribute, {@code sex&race} for an intersection
 * @param groups in the order of the attribute's names
 * @param calibrationDisparity largest minus smallest {@code ece} of a group
 */
public record AttributeReliability(
    String name, List<GroupReliability> groups, Disparity calibrationDisparity) {

  public AttributeReliability {
    groups = List.copyOf(groups);
  }
}
