package org.vellum.finaid.export;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;

/**
 * A file that grows and can be taken up again at a mark: what was written after the mark is cut
 * off, and what stands before it is proven by its hash.
 */
final class PartFile implements Closeable {
  private static final int BUFFER = 128 * 1024;

  private final RandomAccessFile file;
  private final MessageDigest digest = Hashes.digest();
  private final OutputStream out;
  private long bytes;

  private PartFile(RandomAccessFile file) {
    this.file = file;
    this.out = new BufferedOutputStream(new Counted(), BUFFER);
  }

  /**
   * How far a file was written.
   *
   * @param bytes its length
   * @param sha256 of these bytes
   */
  record Mark(long bytes, String sha256) {
    static final Mark START = new Mark(0, Hashes.hex(Hashes.sha256(new byte[0])));
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
    byte[] block = new byte[BUFFER];
    while (bytes < from.bytes) {
      int read = file.read(block, 0, (int) Math.min(block.length, from.bytes - bytes));
      if (read < 0) {
        throw new DamagedPartException(path.getFileName() + " is shorter than it was");
      }
      digest.update(block, 0, read);
      bytes += read;
    }
    if (!hash().equals(from.sha256)) {
      throw new DamagedPartException(path.getFileName() + " is not what was written");
    }
    file.setLength(from.bytes);
    file.seek(from.bytes);
  }

  /** Where to write. */
  OutputStream out() {
    return out;
  }

  /** How far it is written now. */
  Mark mark() throws IOException {
    out.flush();
    return new Mark(bytes, hash());
  }

  private String hash() {
    try {
      return Hashes.hex(((MessageDigest) digest.clone()).digest());
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("every SHA-256 of a Java platform can be copied", e);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      out.flush();
    } finally {
      file.close();
    }
  }

  /** Counts and hashes what reaches the file. */
  private final class Counted extends OutputStream {
    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] block, int from, int length) throws IOException {
      file.write(block, from, length);
      digest.update(block, from, length);
      bytes += length;
    }
  }
}
