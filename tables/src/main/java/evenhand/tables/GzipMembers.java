package evenhand.tables;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * The text of a gzip file, of all its members, to the last byte: unlike the JDK's stream this
 * refuses what follows a member and is no other, where rows may have been lost.
 */
final class GzipMembers extends InputStream {

  private static final int BUFFER = 1 << 16;

  private final PushbackInputStream in;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private final byte[] buffer = new byte[BUFFER];
  private int filled;
  private boolean ended;

  GzipMembers(InputStream in) throws IOException {
    this.in = new PushbackInputStream(in, BUFFER);
    readHeader();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (!ended) {
      int n = inflate(target, offset, length);
      if (n > 0) {
        crc.update(target, offset, n);
        return n;
      }
      if (inflater.finished()) {
        endMember();
      } else if (inflater.needsDictionary()) {
        throw new ZipException("it needs a dictionary");
      } else {
        filled = in.read(buffer, 0, BUFFER);
        if (filled < 0) {
          throw new EOFException();
        }
        inflater.setInput(buffer, 0, filled);
      }
    }
    return -1;
  }

  private int inflate(byte[] target, int offset, int length) throws ZipException {
    try {
      return inflater.inflate(target, offset, length);
    } catch (DataFormatException e) {
      ZipException wrong = new ZipException(String.valueOf(e.getMessage()));
      wrong.initCause(e);
      throw wrong;
    }
  }

  private void endMember() throws IOException {
    int left = inflater.getRemaining();
    in.unread(buffer, filled - left, left);
    if (number(4) != crc.getValue()) {
      throw new ZipException("its checksum is wrong");
    }
    if (number(4) != (inflater.getBytesWritten() & 0xFFFFFFFFL)) {
      throw new ZipException("its length is wrong");
    }
    crc.reset();
    inflater.reset();
    int next = in.read();
    if (next < 0) {
      ended = true;
    } else {
      in.unread(next);
      readHeader();
    }
  }

  private void readHeader() throws IOException {
    if (number(2) != 0x8B1F) {
      throw new ZipException("Not in GZIP format");
    }
    if (number(1) != 8) {
      throw new ZipException("its compression is unknown");
    }
    long flags = number(1);
    number(3);
    number(3);
    if ((flags & 4) != 0) {
      in.skipNBytes(number(2));
    }
    for (int text = 8; text <= 16; text *= 2) {
      if ((flags & text) != 0) {
        while (number(1) != 0) {
          // goes on to the end of a name or a comment
        }
      }
    }
    if ((flags & 2) != 0) {
      number(2);
    }
  }

  /** Of so many bytes, the lowest first. */
  private long number(int bytes) throws IOException {
    long number = 0;
    for (int i = 0; i < bytes; i++) {
      int b = in.read();
      if (b < 0) {
        throw new EOFException();
      }
      number |= (long) b << (8 * i);
    }
    return number;
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    in.close();
  }
}
