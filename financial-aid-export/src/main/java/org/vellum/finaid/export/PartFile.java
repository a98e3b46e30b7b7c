package org.vellum.finaid.export;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/**
 * A file that grows and can be taken up again at a mark: what was written after the mark is cut
 * off, and what stands before it is compared by its checksum. That is against disks and not against
 * people, so it is CRC-32C; the package has SHA-256 over the same bytes.
 */
final class PartFile implements Closeable {
  private static final int BLOCK = 128 * 1024;
  private static final int ROOM = 4 * 1024;

  private final RandomAccessFile file;
  private final CRC32C check = new CRC32C();
  private final ByteBlock block = new ByteBlock(ROOM);
  private final OutputStream written = new Counted();
  private long bytes;

  private PartFile(RandomAccessFile file) {
    this.file = file;
  }

  /**
   * How far a file was written.
   *
   * @param bytes its length
   * @param check CRC-32C of these bytes
   */
  record Mark(long bytes, long check) {
    static final Mark START = new Mark(0, 0);
  }

  /**
   * Opens a file at a mark.
   *
   * @throws DamagedPartException if what stands before the mark is not what was written
   */
  static PartFile open(Path path, Mark from) throws IOException {
    Files.createDirectories(path.getParent());
    PartFile opened = new PartFile(new RandomAccessFile(path.toFile(), "rw"));
    try {
      opened.takeUp(path, from);
    } catch (IOException | RuntimeException e) {
      opened.file.close();
      throw e;
    }
    return opened;
  }

  private void takeUp(Path path, Mark from) throws IOException {
    byte[] read = new byte[(int) Math.min(BLOCK, from.bytes)];
    while (bytes < from.bytes) {
      int count = file.read(read, 0, (int) Math.min(read.length, from.bytes - bytes));
      if (count < 0) {
        throw new DamagedPartException(path.getFileName() + " is shorter than it was");
      }
      check.update(read, 0, count);
      bytes += count;
    }
    if (check.getValue() != from.check) {
      throw new DamagedPartException(path.getFileName() + " is not what was written");
    }
    file.setLength(from.bytes);
    file.seek(from.bytes);
  }

  /** Where to put what is to be written; {@link #spill} is called now and then. */
  ByteBlock block() {
    return block;
  }

  /** Writes what was put into the block, if that is much. */
  void spill() throws IOException {
    if (block.length() >= BLOCK) {
      block.sendTo(written);
    }
  }

  /** Where to write, for those who know streams. */
  OutputStream out() {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        block.add((char) (b & 0xFF));
        spill();
      }

      @Override
      public void write(byte[] from, int start, int length) throws IOException {
        block.add(from, start, start + length);
        spill();
      }
    };
  }

  /** How far it is written now. */
  Mark mark() throws IOException {
    block.sendTo(written);
    return new Mark(bytes, check.getValue());
  }

  @Override
  public void close() throws IOException {
    try {
      block.sendTo(written);
    } finally {
      file.close();
    }
  }

  /** Counts and checks what reaches the file. */
  private final class Counted extends OutputStream {
    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] from, int start, int length) throws IOException {
      file.write(from, start, length);
      check.update(from, start, length);
      bytes += length;
    }
  }
}
