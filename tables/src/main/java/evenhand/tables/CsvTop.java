package evenhand.tables;

import evenhand.data.DataException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the header of a CSV file begins, and by what its fields are separated.
 *
 * @param bytes of text before it
 * @param lines before it
 */
record CsvTop(char delimiter, long bytes, long lines) {

  private static final String DELIMITERS = ",;\t|";
  private static final List<String> WORDS = List.of("commas", "semicolons", "tabs", "bars");
  private static final int MAX_LINE = 1 << 20;
  private static final int SAMPLE = 1 << 18;
  private static final int SAMPLE_ROWS = 100;
  private static final int TIE = -2;

  /** Excel's own hint, which its CSV files begin with in some countries. */
  private static final Pattern SEPARATOR = Pattern.compile("(?i)\"?sep=([^\"\r\n])\"?[\r\n]*");

  /**
   * @param line its record begins at, from 1
   */
  private record Width(int fields, long line) {}

  static CsvTop of(Path file, CsvFormat format) throws IOException {
    try (InputStream in = Bytes.openText(file)) {
      Lines lines = new Lines(in);
      for (int i = 0; i < format.skipLines(); i++) {
        if (lines.next().length == 0) {
          throw new DataException(
              "%s has %d lines, so %d can't be skipped".formatted(file, i, format.skipLines()));
        }
      }
      Optional<Character> said = Optional.empty();
      byte[] line = lines.next();
      while (line.length > 0) {
        Matcher separator = SEPARATOR.matcher(text(line));
        if (separator.matches() && said.isEmpty()) {
          said = Optional.of(Objects.requireNonNull(separator.group(1)).charAt(0));
        } else if (!isPassedOver(line, format)) {
          break;
        }
        line = lines.next();
      }
      long before = lines.bytes - line.length;
      long lineNumber = lines.count - (line.length > 0 ? 1 : 0);
      Optional<Character> ascii = said.filter(c -> c < 127);
      Optional<Character> known = format.delimiter().or(() -> ascii);
      if (known.isPresent()) {
        return new CsvTop(known.get(), before, lineNumber);
      }
      byte[] sample = lines.sample(line);
      return new CsvTop(guess(file, format, sample, lineNumber), before, lineNumber);
    }
  }

  private static boolean isPassedOver(byte[] line, CsvFormat format) {
    String text = text(line);
    return text.isBlank() || format.comment().map(text::startsWith).orElse(false);
  }

  private static String text(byte[] line) {
    return new String(line, StandardCharsets.ISO_8859_1);
  }

  /** The sample's records under a delimiter; up to where they can't be split. */
  private static List<Width> widths(byte[] sample, char delimiter, long lines) throws IOException {
    List<Width> widths = new ArrayList<>();
    CsvRecords records =
        new CsvRecords(
            new ByteArrayInputStream(sample), "", delimiter, CsvRecords.First.HEADER, lines);
    boolean whole = sample.length < SAMPLE;
    try {
      while (widths.size() < SAMPLE_ROWS && records.next()) {
        if (!records.isBlank()) {
          int last = records.fields() - 1;
          boolean trailing =
              !widths.isEmpty()
                  && last == widths.get(0).fields()
                  && records.from(last) == records.to(last);
          widths.add(new Width(trailing ? last : records.fields(), records.line()));
        }
      }
    } catch (DataException broken) {
      return widths;
    }
    if (!whole && widths.size() < SAMPLE_ROWS && widths.size() > 1) {
      widths.remove(widths.size() - 1); // the sample ends within it
    }
    return widths;
  }

  private static char guess(Path file, CsvFormat format, byte[] sample, long lines)
      throws IOException {
    List<List<Width>> widths = new ArrayList<>();
    for (int i = 0; i < DELIMITERS.length(); i++) {
      widths.add(widths(sample, DELIMITERS.charAt(i), lines));
    }
    String name = file.toString().toLowerCase(Locale.ROOT).replace(".gz", "");
    if ((name.endsWith(".tsv") || name.endsWith(".tab")) && header(widths.get(2)) > 1) {
      return '\t';
    }
    int best = best(widths, true);
    if (best < 0) {
      best = best(widths, false);
    }
    if (best == TIE) {
      throw new DataException(
          "%s, line %d: its fields may be separated by %s; say which with --delimiter"
              .formatted(file, lines + 1, tied(widths)));
    }
    if (best < 0) {
      requireOneColumn(file, format, widths, lines);
      return DELIMITERS.charAt(0);
    }
    return DELIMITERS.charAt(best);
  }

  private static int header(List<Width> widths) {
    return widths.isEmpty() ? 0 : widths.get(0).fields();
  }

  private static boolean isEven(List<Width> widths) {
    return widths.size() > 1
        && widths.stream().allMatch(width -> width.fields() == widths.get(0).fields());
  }

  /** The delimiter that splits the header most; −1: none splits it, {@link #TIE}: several do. */
  private static int best(List<List<Width>> widths, boolean even) {
    int best = -1;
    for (int i = 0; i < widths.size(); i++) {
      int fields = header(widths.get(i));
      if (fields > 1 && (!even || isEven(widths.get(i)))) {
        if (best < 0 || fields > header(widths.get(best))) {
          best = i;
        }
      }
    }
    int most = best < 0 ? 0 : header(widths.get(best));
    long equal =
        widths.stream().filter(each -> header(each) == most && (!even || isEven(each))).count();
    return best >= 0 && equal > 1 ? TIE : best;
  }

  private static String tied(List<List<Width>> widths) {
    int most = widths.stream().mapToInt(CsvTop::header).max().orElse(0);
    List<String> words = new ArrayList<>();
    for (int i = 0; i < widths.size(); i++) {
      if (header(widths.get(i)) == most) {
        words.add(WORDS.get(i));
      }
    }
    return String.join(" or ", words);
  }

  /** Refuses a first line of one field over rows of several: a title, most likely. */
  private static void requireOneColumn(
      Path file, CsvFormat format, List<List<Width>> widths, long lines) {
    if (format.header() == CsvFormat.Header.ABSENT) {
      return;
    }
    for (int i = 0; i < widths.size(); i++) {
      List<Width> below = widths.get(i);
      int title = 0;
      while (title < below.size() && below.get(title).fields() == 1) {
        title++;
      }
      List<Width> rest = below.subList(title, below.size());
      if (isEven(rest)) {
        throw new DataException(
            "%s, line %d: one field, but the lines below it have %d separated by %s; pass over what stands above the header with --skip-lines %d, or say --delimiter"
                .formatted(
                    file, lines + 1, rest.get(0).fields(), WORDS.get(i), rest.get(0).line() - 1));
      }
    }
  }

  /** Physical lines, with their ends. */
  private static final class Lines {

    private final InputStream in;
    private int ahead = -1;
    private long bytes;
    private long count;

    Lines(InputStream in) {
      this.in = in;
    }

    /** The line and what follows it. */
    byte[] sample(byte[] line) throws IOException {
      ByteArrayOutputStream sample = new ByteArrayOutputStream(line.length + SAMPLE);
      sample.writeBytes(line);
      if (ahead >= 0) {
        sample.write(ahead);
      }
      sample.writeBytes(in.readNBytes(SAMPLE));
      return sample.toByteArray();
    }

    /** Empty at the end of the file. */
    byte[] next() throws IOException {
      ByteArrayOutputStream line = new ByteArrayOutputStream(256);
      int c = ahead >= 0 ? ahead : in.read();
      ahead = -1;
      while (c >= 0) {
        line.write(c);
        if (c == '\n' || line.size() >= MAX_LINE) {
          break;
        }
        int after = in.read();
        if (c == '\r' && after != '\n') {
          ahead = after;
          break;
        }
        c = after;
      }
      bytes += line.size();
      count += line.size() > 0 ? 1 : 0;
      return line.toByteArray();
    }
  }
}
