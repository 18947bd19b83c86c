package evenhand.tables;

import evenhand.data.Column;
import evenhand.data.ColumnType;
import evenhand.data.DataException;
import evenhand.data.NumberText;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes a column's cells as they come, in any order, and decides what the column is. Distinct texts
 * are kept once; a column of many that are all numbers goes on as numbers alone, until a cell comes
 * that is none: then it has to be read again, as texts.
 */
final class CellColumn {

  private static final int MOST_BYTES = 1 << 30;

  private final String name;
  private final String origin;
  private final Text text;
  private final Shape shape;
  private final MissingNumbers missing;

  private final ByteTexts distinct = new ByteTexts();
  private int[] codes = new int[0];
  private double[] numbers = new double[0];
  private int rows;
  private State state = State.TEXTS;
  private int wrongRow = Integer.MAX_VALUE;
  private String wrong = "";

  /**
   * @param declared null: by the values
   * @param mayBeNumbers whether texts that are all numbers make numbers
   * @param many distinct texts after which a column may go on as numbers
   */
  record Shape(@Nullable ColumnType declared, boolean mayBeNumbers, long many) {

    boolean allowsNumbers() {
      return declared == null ? mayBeNumbers : declared == ColumnType.NUMBER;
    }

    /** The same, never going on as numbers before all is seen. */
    Shape ofTexts() {
      return new Shape(declared, mayBeNumbers, Long.MAX_VALUE);
    }
  }

  private enum State {
    /** Distinct texts. */
    TEXTS,
    /** Distinct texts, too many for more tries at numbers. */
    ONLY_TEXTS,
    NUMBERS,
    /** Numbers until a cell came that is none. */
    BROKEN
  }

  CellColumn(String name, String origin, Text text, Shape shape) {
    this.name = name;
    this.origin = origin;
    this.text = text;
    this.shape = shape;
    this.missing = MissingNumbers.of(text);
  }

  /** No value in that row. */
  void putNull(int row) {
    grow(row);
    if (state == State.NUMBERS) {
      numbers[row] = Double.NaN;
    } else if (state != State.BROKEN) {
      codes[row] = -1;
    }
  }

  /**
   * @throws DataException for bytes that are not UTF-8, or too many distinct texts
   */
  void put(int row, byte[] bytes, int from, int to) {
    grow(row);
    if (state == State.NUMBERS) {
      putNumber(row, bytes, from, to);
    } else if (state != State.BROKEN) {
      putText(row, bytes, from, to);
    }
  }

  private void putText(int row, byte[] bytes, int from, int to) {
    int known = distinct.size();
    int code = distinct.code(bytes, from, to);
    codes[row] = code;
    if (code == known) {
      requireFew(bytes, from, to);
      if (known >= shape.many() && state == State.TEXTS) {
        tryNumbers();
      }
    }
  }

  private void requireFew(byte[] bytes, int from, int to) {
    int most = text.options().limits().categories();
    if (distinct.size() > most) {
      throw new DataException(
          "%s, column %s: more than the %d distinct texts allowed; leave the column out"
              .formatted(origin, name, most));
    }
    if (distinct.bytes() > MOST_BYTES) {
      throw new DataException(
          "%s, column %s: its distinct texts take more than %d MB; leave the column out"
              .formatted(origin, name, MOST_BYTES >> 20));
    }
    for (int i = from; i < to; i++) {
      if (bytes[i] < 0) {
        decode(bytes, from, to);
        return;
      }
    }
  }

  private void tryNumbers() {
    state = State.ONLY_TEXTS;
    double[] values = new double[distinct.size()];
    Map<Integer, String> notFinite = new HashMap<>();
    if (!shape.allowsNumbers() || !areNumbers(values, notFinite)) {
      return;
    }
    numbers = new double[codes.length];
    state = State.NUMBERS;
    for (int row = 0; row < rows; row++) {
      numbers[row] = codes[row] < 0 ? Double.NaN : values[codes[row]];
      String given = notFinite.get(codes[row]);
      if (given != null) {
        note(row, given);
      }
    }
    codes = new int[0];
    distinct.clear();
  }

  /**
   * @param values of the distinct texts, filled; NaN where one means missing
   * @param notFinite of those texts that are numbers no column can hold, filled
   * @return whether all are numbers, as a column of them may be
   */
  private boolean areNumbers(double[] values, Map<Integer, String> notFinite) {
    boolean finite = false;
    for (int code = 0; code < values.length; code++) {
      values[code] = distinct.decimal(code, text.options().decimal());
      if (Double.isNaN(values[code]) || missing.has(values[code])) {
        values[code] = Double.NaN;
        Optional<String> given = text.clean(distinct.text(code));
        if (given.isPresent()) {
          boolean refused = shape.declared() == null && NumberText.isCode(given.get());
          if (!text.isNumber(given.get()) || refused) {
            return false;
          }
          values[code] = text.number(given.get());
          if (!Double.isFinite(values[code])) {
            notFinite.put(code, given.get());
          }
        }
      }
      finite |= Double.isFinite(values[code]);
    }
    return finite || shape.declared() != null;
  }

  private void putNumber(int row, byte[] bytes, int from, int to) {
    double quick = Decimal.parse(bytes, from, to, text.options().decimal());
    if (!Double.isNaN(quick) && !missing.has(quick)) {
      numbers[row] = quick;
      return;
    }
    Optional<String> given = text.clean(decode(bytes, from, to));
    numbers[row] = Double.NaN;
    if (given.isEmpty()) {
      return;
    }
    boolean number = text.isNumber(given.get());
    if (shape.declared() == null && (!number || NumberText.isCode(given.get()))) {
      state = State.BROKEN;
      numbers = new double[0];
      return;
    }
    numbers[row] = number ? text.number(given.get()) : Double.NaN;
    if (!Double.isFinite(numbers[row])) {
      note(row, given.get());
    }
  }

  private void note(int row, String given) {
    if (row < wrongRow) {
      wrongRow = row;
      wrong = given;
    }
  }

  private String decode(byte[] bytes, int from, int to) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, from, to - from))
          .toString();
    } catch (CharacterCodingException e) {
      throw new NotUtf8Exception(e);
    }
  }

  /** Bytes that are not UTF-8; whoever has the record knows where. */
  static final class NotUtf8Exception extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotUtf8Exception(CharacterCodingException cause) {
      super(cause);
    }
  }

  private void grow(int row) {
    rows = Math.max(rows, row + 1);
    if (state == State.NUMBERS) {
      if (row >= numbers.length) {
        numbers = Arrays.copyOf(numbers, larger(row));
      }
    } else if (state != State.BROKEN && row >= codes.length) {
      codes = Arrays.copyOf(codes, larger(row));
    }
  }

  private static int larger(int row) {
    return (int) Math.min(Integer.MAX_VALUE - 8, Math.max(256, row + 1L + (row >> 1)));
  }

  /** Whether the column must be read again, as texts. */
  boolean isBroken() {
    return state == State.BROKEN;
  }

  String name() {
    return name;
  }

  Shape shape() {
    return shape;
  }

  /** What was read; call it once, when every cell is there. */
  Read finish() {
    if (state == State.NUMBERS) {
      if (wrongRow < Integer.MAX_VALUE) {
        throw Dictionary.notANumber(origin, wrongRow + 1L, name, wrong, text);
      }
      return new Read(new Column.Numeric(name, Arrays.copyOf(numbers, rows)), Optional.empty());
    }
    Dictionary dictionary = Dictionary.of(distinct.texts(), Arrays.copyOf(codes, rows), text);
    boolean numeric =
        shape.declared() == null
            ? shape.mayBeNumbers() && dictionary.isNumeric(text)
            : shape.declared() == ColumnType.NUMBER;
    return new Read(
        numeric ? dictionary.numeric(name, origin, text) : dictionary.categorical(name),
        Optional.of(dictionary));
  }

  /**
   * @param dictionary of the raw texts, where they are still known
   */
  record Read(Column column, Optional<Dictionary> dictionary) {}
}
