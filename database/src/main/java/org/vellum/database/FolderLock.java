package org.vellum.database;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One server owns a database folder. The operating system holds the lock and frees it when the
 * process ends, however it ends, so it can never be left behind.
 */
final class FolderLock implements AutoCloseable {

  private final @Nullable FileChannel channel;

  private FolderLock(@Nullable FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock.
   *
   * @throws DatabaseUnavailable when another process holds it
   */
  static FolderLock of(DatabaseFolder folder) throws DatabaseUnavailable, IOException {
    FileChannel channel = FileChannel.open(folder.lock(), CREATE, READ, WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
        throw new DatabaseUnavailable(
            "Another server (process %s) uses the database folder %s."
                .formatted(holder(folder.lock()), folder.path()));
      }
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(processId().getBytes(StandardCharsets.US_ASCII)));
      return new FolderLock(channel);
    } catch (OverlappingFileLockException e) {
      // A data source configured anew in the same JVM: the lock is already this process's own.
      channel.close();
      return new FolderLock(null);
    }
  }

  private static String processId() {
    return Long.toString(ProcessHandle.current().pid());
  }

  private static String holder(Path lock) throws IOException {
    return Files.readString(lock).strip();
  }

  @Override
  public void close() throws IOException {
    if (channel != null) {
      channel.close();
    }
  }
}
