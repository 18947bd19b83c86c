package evenhand.tables;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Distinct texts as bytes, numbered as they come. */
final class ByteTexts {

  private byte[] bytes = new byte[64];
  private int[] ends = new int[8];
  private int[] slots = new int[16];
  private int size;

  int size() {
    return size;
  }

  long bytes() {
    return size == 0 ? 0 : ends[size - 1];
  }

  void clear() {
    bytes = new byte[0];
    ends = new int[0];
    slots = new int[0];
    size = 0;
  }

  /** The text's number; the number of texts before, where it is new. */
  int code(byte[] from, int start, int end) {
    int slot = slot(from, start, end);
    if (slots[slot] > 0) {
      return slots[slot] - 1;
    }
    int old = size == 0 ? 0 : ends[size - 1];
    int length = end - start;
    if (old + length > bytes.length) {
      bytes =
          Arrays.copyOf(
              bytes,
              (int)
                  Math.max(
                      old + (long) length, Math.min(Integer.MAX_VALUE - 8L, 2L * bytes.length)));
    }
    System.arraycopy(from, start, bytes, old, length);
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, 2 * size);
    }
    ends[size++] = old + length;
    slots[slot] = size;
    if (2 * size > slots.length) {
      rehash();
    }
    return size - 1;
  }

  private int slot(byte[] from, int start, int end) {
    int mask = slots.length - 1;
    int at = hash(from, start, end) & mask;
    while (slots[at] > 0 && !holds(slots[at] - 1, from, start, end)) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private boolean holds(int code, byte[] from, int start, int end) {
    return Arrays.equals(bytes, start(code), ends[code], from, start, end);
  }

  private int start(int code) {
    return code == 0 ? 0 : ends[code - 1];
  }

  private static int hash(byte[] from, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = 31 * hash + from[i];
    }
    hash *= 0x9E3779B9;
    return hash ^ (hash >>> 15);
  }

  private void rehash() {
    slots = new int[Math.multiplyExact(2, slots.length)];
    int mask = slots.length - 1;
    for (int code = 0; code < size; code++) {
      int at = hash(bytes, start(code), ends[code]) & mask;
      while (slots[at] > 0) {
        at = (at + 1) & mask;
      }
      slots[at] = code + 1;
    }
  }

  String text(int code) {
    return new String(bytes, start(code), ends[code] - start(code), StandardCharsets.UTF_8);
  }

  /** See {@link Decimal#parse}. */
  double decimal(int code, char point) {
    return Decimal.parse(bytes, start(code), ends[code], point);
  }

  List<String> texts() {
    List<String> texts = new ArrayList<>(size);
    for (int code = 0; code < size; code++) {
      texts.add(text(code));
    }
    return texts;
  }
}
