package org.vellum.start;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;

/** One server uses a data folder; the operating system frees the lock however the holder ends. */
final class DataLock implements AutoCloseable {

  private final FileChannel channel;

  private DataLock(FileChannel channel) {
    this.channel = channel;
  }

  static DataLock of(Path data) throws IOException, CannotStart {
    FileChannel channel = FileChannel.open(data.resolve("lock"), CREATE, WRITE);
    try {
      if (channel.tryLock() != null) {
        return new DataLock(channel);
      }
    } catch (OverlappingFileLockException e) {
      // Held by this same JVM: as good as held by another.
    }
    channel.close();
    throw new CannotStart("another Vellum uses the data folder %s.".formatted(data));
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
