package evenhand;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Evidence is the same bytes in every country: what the library writes with a decimal or grouping
 * sign names {@code Locale.ROOT}.
 */
final class NumbersInTextTest {

  private static final Pattern SIGNED =
      Pattern.compile("%(?:\\d+\\$)?[-+#0(]*(?:,[-+#0(]*\\d*d|,?\\d*(?:\\.\\d+)?[feEgG])");

  private static final Pattern STATEMENT_END = Pattern.compile("[;{}]\\s*$", Pattern.MULTILINE);

  /** Formats with a sign in statements that name no locale. */
  private static List<String> unplaced(String source) {
    List<String> found = new ArrayList<>();
    int from = 0;
    for (Matcher end = STATEMENT_END.matcher(source); end.find(); from = end.end()) {
      String statement = source.substring(from, end.end());
      Matcher signed = SIGNED.matcher(statement);
      if (signed.find() && !statement.contains("Locale.ROOT")) {
        found.add(signed.group());
      }
    }
    return found;
  }

  @Test
  void everyDecimalSignNamesItsLocale() throws IOException {
    List<String> unplaced = new ArrayList<>();
    int files = 0;
    for (String module :
        List.of("core", "tables", "learners", "torch", "report", "papers", "cli")) {
      try (Stream<Path> all = Files.walk(Path.of("..", module, "src", "main", "java"))) {
        for (Path file : all.filter(each -> each.toString().endsWith(".java")).toList()) {
          files++;
          unplaced(Files.readString(file)).forEach(each -> unplaced.add(file + ": " + each));
        }
      }
    }

    assertThat(files).isGreaterThan(500);
    assertThat(unplaced).isEmpty();
  }

  @Test
  void aSourceWithoutOneIsNoticed() {
    assertThat(unplaced("return \"%.1f %% of %,d\".formatted(share, rows);\n"))
        .containsExactly("%.1f");
    assertThat(unplaced("a();\nb(\n    \"%,d rows\"\n        .formatted(rows));\n"))
        .containsExactly("%,d");
    assertThat(unplaced("String.format(\n    Locale.ROOT, \"%+.2f\", x);\n")).isEmpty();
    assertThat(unplaced("\"%s of %d, 5 %% of all\".formatted(a, b);\n")).isEmpty();
  }
}
