package evenhand.cli;

import evenhand.audit.References;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Against which groups an audit compares, and which it leaves out. */
final class ReferenceOptions {

  @Option(
      names = "--reference",
      paramLabel = "GROUP",
      description =
          "What selection rates are divided by: highest (the default), largest, or a group such as"
              + " Male or sex=Male. Repeatable.")
  private List<String> reference = new ArrayList<>();

  @Option(
      names = "--exclude",
      paramLabel = "COLUMN=GROUP",
      description = "Leave the rows of a group out, such as sex=Unknown. Repeatable.")
  private List<String> exclude = new ArrayList<>();

  @Option(
      names = "--min-share",
      paramLabel = "S",
      defaultValue = "0",
      description =
          "Groups with a smaller share of the people, such as 0.02, are shown and not compared.")
  private double minShare;

  List<String> exclude() {
    return exclude;
  }

  References references() {
    return new References(reference, minShare);
  }
}
