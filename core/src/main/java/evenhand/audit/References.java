package evenhand.audit;

import evenhand.data.DataException;
import evenhand.data.Groups;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the groups of an audit are compared with, and which of them are not compared.
 *
 * @param asked each {@code highest}, {@code largest}, the name of a group, or one of these for one
 *     attribute, such as {@code sex=Male}; of several for an attribute the last counts
 * @param minShare groups with a smaller share of the people are left out of all comparisons, in [0,
 *     1)
 */
public record References(List<String> asked, double minShare) {

  /** How a reference is found where no group is named. */
  public enum Rule {
    /** The group with the highest selection rate. */
    HIGHEST,
    /** The group with the most people. */
    LARGEST,
    /** The group that was named. */
    NAMED;

    /** Such as {@code highest}. */
    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** The rule, and the group where it is named. */
  record Choice(Rule rule, Optional<String> group) {}

  private static final Choice HIGHEST = new Choice(Rule.HIGHEST, Optional.empty());

  public References {
    asked = List.copyOf(asked);
    if (!(0 <= minShare && minShare < 1)) {
      throw new DataException(
          "the smallest share of people must be from 0 to less than 1, was " + minShare);
    }
  }

  /** The highest rate, and every group compared. */
  public static References defaults() {
    return new References(List.of(), 0);
  }

  /**
   * Refuses what names no group.
   *
   * @param attributes that are audited
   */
  void check(List<Groups> attributes) {
    for (String each : asked) {
      Optional<Groups> owner = owner(each, attributes);
      String name = owner.map(groups -> rest(each, groups)).orElse(each);
      List<Groups> meant = owner.map(List::of).orElse(attributes);
      boolean known =
          rule(name).isPresent()
              || meant.stream().anyMatch(groups -> groups.names().contains(name));
      if (!known) {
        List<String> lists = new ArrayList<>();
        meant.forEach(
            groups ->
                lists.add(
                    "%s has %s".formatted(groups.attribute(), String.join(", ", groups.names()))));
        throw new DataException(
            "the reference %s is no group; give highest, largest or a group: %s"
                .formatted(each, String.join("; ", lists)));
      }
    }
  }

  Choice of(Groups groups, List<Groups> attributes) {
    Choice choice = HIGHEST;
    boolean own = false;
    for (String each : asked) {
      Optional<Groups> owner = owner(each, attributes);
      String name = owner.map(one -> rest(each, one)).orElse(each);
      boolean mine = owner.filter(one -> one.attribute().equals(groups.attribute())).isPresent();
      boolean says = rule(name).isPresent() || groups.names().contains(name);
      if (says && (mine || (owner.isEmpty() && !own))) {
        choice =
            rule(name)
                .map(rule -> new Choice(rule, Optional.empty()))
                .orElseGet(() -> new Choice(Rule.NAMED, Optional.of(name)));
        own |= mine;
      }
    }
    return choice;
  }

  /** The attribute that {@code ATTRIBUTE=...} begins with; of several the longest. */
  private static Optional<Groups> owner(String text, List<Groups> attributes) {
    return attributes.stream()
        .filter(groups -> text.startsWith(groups.attribute() + "="))
        .max(Comparator.comparingInt(groups -> groups.attribute().length()));
  }

  private static String rest(String text, Groups owner) {
    return text.substring(owner.attribute().length() + 1);
  }

  private static Optional<Rule> rule(String name) {
    return switch (name) {
      case "highest" -> Optional.of(Rule.HIGHEST);
      case "largest" -> Optional.of(Rule.LARGEST);
      default -> Optional.empty();
    };
  }
}
