package evenhand.cli;

import evenhand.tables.Catalogue;
import evenhand.tables.CatalogueEntry;
import evenhand.tables.DataFolders;
import evenhand.tables.DatasetFetcher;
import evenhand.tables.FetchOptions;
import evenhand.tables.FetchProgress;
import evenhand.tables.FetchedFile;
import java.io.PrintWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code evenhand datasets}: what the catalogue knows, and fetching it. */
@Command(
    name = "datasets",
    mixinStandardHelpOptions = true,
    description = "List the public data sets that are known by name, or say all of some.",
    subcommands = DatasetsCommand.Fetch.class)
final class DatasetsCommand implements Callable<Integer> {

  @Parameters(arity = "0..*", paramLabel = "NAME", description = "Say all that is known of these.")
  private List<String> names = new ArrayList<>();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Catalogue catalogue = new Catalogue(DataFolders.usual());
    if (names.isEmpty()) {
      int width =
          catalogue.entries().stream().mapToInt(each -> each.name().length()).max().orElse(0);
      for (CatalogueEntry entry : catalogue.entries()) {
        out.printf("%-" + width + "s  %s%n", entry.name(), entry.about().title());
        out.printf("%" + width + "s  %s%n", "", roles(entry));
      }
    } else {
      names.forEach(name -> describe(catalogue.entry(name), out));
    }
    out.flush();
    return ExitCode.DONE;
  }

  private static String roles(CatalogueEntry entry) {
    return "label %s = %s; groups %s; parts %s"
        .formatted(
            entry.label().column(),
            entry.label().positive(),
            String.join(
                ", ",
                entry.columns().sensitive().stream().map(each -> each.group().toString()).toList()),
            String.join(", ", entry.parts().stream().map(CatalogueEntry.Part::name).toList()));
  }

  private static void describe(CatalogueEntry entry, PrintWriter out) {
    out.println(entry.name() + ": " + entry.about().title());
    out.println("  origin   " + entry.about().origin());
    out.println("  licence  " + entry.about().licence());
    out.println("  roles    " + roles(entry));
    if (!entry.columns().leftOut().isEmpty()) {
      out.println(
          "  no features unless asked for: " + String.join(", ", entry.columns().leftOut()));
    }
    entry.about().quirks().forEach(quirk -> out.println("  - " + quirk));
  }

  /** {@code evenhand datasets fetch}. */
  @Command(
      name = "fetch",
      mixinStandardHelpOptions = true,
      description = {
        "Download data sets from their origins into the cache folder: checked by their hash, gone on",
        "with where a download broke off, never silently replaced."
      })
  static final class Fetch implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "NAME", description = "Names of data sets.")
    private List<String> names = new ArrayList<>();

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
      DataFolders folders = DataFolders.usual();
      Catalogue catalogue = new Catalogue(folders);
      List<CatalogueEntry> entries = names.stream().map(catalogue::entry).toList();
      PrintWriter out = spec.commandLine().getOut();
      try (ProgressLine line = new ProgressLine()) {
        DatasetFetcher fetcher =
            new DatasetFetcher(
                FetchOptions.defaults(), new Shown(line, spec.commandLine().getErr()));
        for (CatalogueEntry entry : entries) {
          List<FetchedFile> files = fetcher.fetch(entry, folders);
          line.close();
          for (FetchedFile file : files) {
            boolean found = file.how() == FetchedFile.How.FOUND;
            out.println(entry.name() + ": " + file.path() + (found ? " (was there)" : ""));
          }
          if (files.isEmpty()) {
            out.println(entry.name() + ": nothing to fetch, it is made here");
          }
          out.flush();
        }
      }
      return ExitCode.DONE;
    }
  }

  private record Shown(ProgressLine line, PrintWriter err) implements FetchProgress {

    @Override
    public void received(URI url, long received, OptionalLong total) {
      line.progress("downloading", received, total.orElse(received));
    }

    @Override
    public void failed(URI url, String reason) {
      line.close();
      err.println(reason);
      err.flush();
    }
  }
}
