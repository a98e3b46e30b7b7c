package org.vellum.finaid.run;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.Set;
import java.util.zip.CRC32;
import org.vellum.finaid.delta.KnownRecords;
import org.vellum.finaid.facts.model.LearnerFacts;
import org.vellum.finaid.facts.model.ProgramCatalogue;

/**
 * The facts of one moment, as a run read them: they outlive the transaction that saw them, so that
 * an interrupted run goes on with the same facts. First the programs, then each learner with what
 * was published of them; a second file says where each learner begins.
 */
final class SnapshotFile {
  private static final int BUFFER = 256 * 1024;
  private static final int LONGEST = 64 * 1024 * 1024;

  private SnapshotFile() {}

  /**
   * A learner of the snapshot.
   *
   * @param facts all that is known
   * @param published what was published of them before
   */
  record Learner(LearnerFacts facts, KnownRecords published) {}

  /**
   * The programs of the snapshot.
   *
   * @param catalogue all that is known
   * @param published what was published of them before
   * @param shared learners who have an identifier that is another's too
   * @param sharedNumbers learners whose social security number is another's too
   */
  record Programs(
      ProgramCatalogue catalogue,
      KnownRecords published,
      Set<String> shared,
      Set<String> sharedNumbers) {}

  private static Path index(Path file) {
    return file.resolveSibling(file.getFileName() + ".index");
  }

  /** Writes a snapshot; it stands under its name when it is whole. */
  static final class Writer implements Closeable {
    private final Path file;
    private final Path unfinished;
    private final DataOutputStream out;
    private final DataOutputStream index;
    private final CRC32 crc = new CRC32();
    private long offset;

    Writer(Path file) throws IOException {
      this.file = file;
      this.unfinished = file.resolveSibling(file.getFileName() + ".tmp");
      Files.createDirectories(file.getParent());
      this.out = open(unfinished);
      this.index = open(index(file));
    }

    private static DataOutputStream open(Path path) throws IOException {
      return new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(path), BUFFER));
    }

    /**
     * The programs, first and once.
     *
     * @param published what was published of them before
     * @param shared learners who have an identifier that is another's too
     * @param sharedNumbers learners whose social security number is another's too
     */
    void programs(
        ProgramCatalogue catalogue,
        byte[] published,
        Collection<String> shared,
        Collection<String> sharedNumbers)
        throws IOException {
      block(FactsCodec.write(catalogue));
      block(published);
      block(FactsCodec.write(shared.toArray(String[]::new)));
      block(FactsCodec.write(sharedNumbers.toArray(String[]::new)));
    }

    void learner(LearnerFacts facts, byte[] published) throws IOException {
      index.writeLong(offset);
      block(FactsCodec.write(facts));
      block(published);
    }

    private void block(byte[] bytes) throws IOException {
      crc.reset();
      crc.update(bytes);
      out.writeInt(bytes.length);
      out.writeInt((int) crc.getValue());
      out.write(bytes);
      offset += 2L * Integer.BYTES + bytes.length;
    }

    /** Puts it in its place. */
    void finish() throws IOException {
      out.close();
      index.close();
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() throws IOException {
      out.close();
      index.close();
    }
  }

  /** Reads some learners of a snapshot, one after another. */
  static final class Reader implements Closeable {
    private final DataInputStream in;
    private final CRC32 crc = new CRC32();
    private byte[] block = new byte[BUFFER];

    private Reader(DataInputStream in) {
      this.in = in;
    }

    /** The programs. */
    static Programs programs(Path file) throws IOException, RunFailure {
      try (Reader reader = new Reader(at(file, 0))) {
        int length = reader.next();
        ProgramCatalogue catalogue = FactsCodec.read(reader.block, length, ProgramCatalogue.class);
        KnownRecords published = reader.published(reader.next());
        return new Programs(catalogue, published, reader.learners(), reader.learners());
      }
    }

    private Set<String> learners() throws IOException, RunFailure {
      int length = next();
      return Set.of(FactsCodec.read(block, length, String[].class));
    }

    private KnownRecords published(int length) {
      return length == 0
          ? KnownRecords.none()
          : KnownRecords.read(java.util.Arrays.copyOf(block, length));
    }

    /**
     * Begins at a learner.
     *
     * @param number from 0, less than the number of learners in the snapshot
     */
    static Reader from(Path file, long number) throws IOException, RunFailure {
      try (RandomAccessFile index = new RandomAccessFile(index(file).toFile(), "r")) {
        index.seek(number * Long.BYTES);
        return new Reader(at(file, index.readLong()));
      } catch (java.io.FileNotFoundException | EOFException e) {
        throw lost(e);
      }
    }

    private static DataInputStream at(Path file, long offset) throws IOException, RunFailure {
      FileInputStream in;
      try {
        in = new FileInputStream(file.toFile());
      } catch (java.io.FileNotFoundException e) {
        throw lost(e);
      }
      in.getChannel().position(offset);
      return new DataInputStream(new BufferedInputStream(in, BUFFER));
    }

    /** The next learner. */
    Learner nextLearner() throws IOException, RunFailure {
      int length = next();
      LearnerFacts facts = FactsCodec.read(block, length, LearnerFacts.class);
      return new Learner(facts, published(next()));
    }

    private int next() throws IOException, RunFailure {
      try {
        int length = in.readInt();
        int expected = in.readInt();
        if (length < 0 || length > LONGEST) {
          throw new RunFailure(RunFailure.Condition.SNAPSHOT_LOST, "a length is wrong");
        }
        if (length > block.length) {
          block = new byte[Math.max(length, 2 * block.length)];
        }
        in.readFully(block, 0, length);
        crc.reset();
        crc.update(block, 0, length);
        if ((int) crc.getValue() != expected) {
          throw new RunFailure(RunFailure.Condition.SNAPSHOT_LOST, "a checksum is wrong");
        }
        return length;
      } catch (EOFException e) {
        throw lost(e);
      }
    }

    private static RunFailure lost(IOException cause) {
      RunFailure lost =
          new RunFailure(RunFailure.Condition.SNAPSHOT_LOST, "it is shorter, or not there");
      lost.initCause(cause);
      return lost;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
