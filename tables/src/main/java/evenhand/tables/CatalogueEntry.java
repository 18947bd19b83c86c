package evenhand.tables;

import evenhand.data.GroupColumn;
import java.util.List;

/**
 * What is known of a public data set.
 *
 * @param name in the catalogue
 * @param about where it comes from, for people
 * @param parts each of which can be read as {@code name:part}; the name alone reads the first
 * @param label the outcome that is usually predicted
 * @param columns the roles of its columns
 */
public record CatalogueEntry(
    String name, About about, List<Part> parts, Label label, Columns columns) {

  public CatalogueEntry {
    parts = List.copyOf(parts);
  }

  /**
   * @param title as its publisher gives it
   * @param origin DOI or address of the publication
   * @param licence as stated by the origin
   * @param quirks what a reader of the raw files would stumble over, each a sentence
   */
  public record About(String title, String origin, String licence, List<String> quirks) {

    public About {
      quirks = List.copyOf(quirks);
    }
  }

  /**
   * @param name such as {@code training} or {@code test}
   * @param files any one of which holds the rows; empty where they are generated or come from other
   *     parts
   */
  public record Part(String name, List<DatasetFile> files) {

    public Part {
      files = List.copyOf(files);
    }
  }

  /**
   * @param column of the outcome
   * @param positive the value that counts as 1, or a rule such as {@code >=10}
   */
  public record Label(String column, String positive) {}

  /**
   * @param sensitive what names groups of people
   * @param leftOut columns that are no features unless asked for: identifiers, survey weights, what
   *     is only known after the outcome, and what names groups by another column
   */
  public record Columns(List<Sensitive> sensitive, List<String> leftOut) {

    public Columns {
      sensitive = List.copyOf(sensitive);
      leftOut = List.copyOf(leftOut);
    }
  }

  /**
   * @param group how rows are grouped
   * @param source the columns that give the group away exactly; they are no features either where
   *     the group is none
   */
  public record Sensitive(GroupColumn group, List<String> source) {

    public Sensitive {
      source = List.copyOf(source);
    }

    /** The column itself says it. */
    static Sensitive of(String group) {
      GroupColumn column = GroupColumn.parse(group);
      return new Sensitive(column, List.of(column.column()));
    }

    /** The column was derived from another. */
    static Sensitive derived(String group, String source) {
      return new Sensitive(GroupColumn.parse(group), List.of(group, source));
    }
  }
}
