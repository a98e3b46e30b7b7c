package org.vellum.finaid.export;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * A file that grows and can be taken up again at a mark: what was written after the mark is cut
 * off, and what stands before it is compared by its checksum. That is against disks and not against
 * people, so it is CRC-32C; the package has SHA-256 over the same bytes.
 */
final class PartFile implements Closeable {
  private static final int BLOCK = 128 * 1024;
  private static final int ROOM = 4 * 1024;

  private final Path path;
  private final CRC32C check = new CRC32C();
  private final ByteBlock block = new ByteBlock(ROOM);
  private final OutputStream written = new Counted();
  private @Nullable RandomAccessFile file;
  private long bytes;

  private PartFile(Path path) {
    this.path = path;
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
   * Opens a file at a mark. One of which nothing stands yet is made when something is written: of a
   * run of changes most files are empty.
   *
   * @throws DamagedPartException if what stands before the mark is not what was written
   */
  static PartFile open(Path path, Mark from) throws IOException {
    PartFile opened = new PartFile(path);
    if (from.bytes > 0) {
      RandomAccessFile file = opened.file();
      try {
        opened.takeUp(file, from);
      } catch (IOException | RuntimeException e) {
        file.close();
        throw e;
      }
    }
    return opened;
  }

  /** What stands there; where nothing does there may be no file. */
  static InputStream read(Path path, Mark until) throws IOException {
    return until.bytes == 0 ? InputStream.nullInputStream() : Files.newInputStream(path);
  }

  private RandomAccessFile file() throws IOException {
    if (file == null) {
      Files.createDirectories(path.getParent());
      file = new RandomAccessFile(path.toFile(), "rw");
    }
    return file;
  }

  private void takeUp(RandomAccessFile from, Mark mark) throws IOException {
    byte[] read = new byte[(int) Math.min(BLOCK, mark.bytes)];
    while (bytes < mark.bytes) {
      int count = from.read(read, 0, (int) Math.min(read.length, mark.bytes - bytes));
      if (count < 0) {
        throw new DamagedPartException(path.getFileName() + " is shorter than it was");
      }
      check.update(read, 0, count);
      bytes += count;
    }
    if (check.getValue() != mark.check) {
      throw new DamagedPartException(path.getFileName() + " is not what was written");
    }
    from.setLength(mark.bytes);
    from.seek(mark.bytes);
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
      if (file != null) {
        file.close();
      }
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
      if (length == 0) {
        return;
      }
      if (file == null) {
        // Something may stand there that no checkpoint knows.
        file().setLength(0);
      }
      file().write(from, start, length);
      check.update(from, start, length);
      bytes += length;
    }
  }
}
