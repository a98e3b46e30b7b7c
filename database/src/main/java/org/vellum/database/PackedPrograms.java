package org.vellum.database;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The archive of PostgreSQL's programs: a tar, compressed by xz. */
final class PackedPrograms {

  private static final int DIGEST_LETTERS = 16;
  private static final int EXECUTABLE = 0b001_000_000;

  private PackedPrograms() {}

  /**
   * Unpacks into a sub-folder named after the archive's digest: another version never mixes with
   * this one, and a folder under that name is always complete.
   */
  static Path unpack(byte[] archive, Path into) throws IOException {
    Path unpacked = into.resolve(digest(archive));
    if (Files.isDirectory(unpacked)) {
      return unpacked;
    }
    Path half = into.resolve(unpacked.getFileName() + ".new");
    delete(half);
    Files.createDirectory(half);
    try (InputStream xz = new XZInputStream(new ByteArrayInputStream(archive));
        TarArchiveInputStream tar = new TarArchiveInputStream(new BufferedInputStream(xz))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpack(entry, tar, half);
      }
    }
    return Files.move(half, unpacked, ATOMIC_MOVE);
  }

  private static void unpack(TarArchiveEntry entry, InputStream content, Path into)
      throws IOException {
    Path target = into.resolve(entry.getName()).normalize();
    if (!target.startsWith(into)) {
      throw new IOException("The archive of PostgreSQL holds a path outside itself: " + target);
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else if (entry.isLink()) {
      Files.copy(into.resolve(entry.getLinkName()), target);
    } else {
      Files.copy(content, target);
      if ((entry.getMode() & EXECUTABLE) != 0 && !target.toFile().setExecutable(true)) {
        throw new IOException("The file " + target + " cannot be made executable.");
      }
    }
  }

  /** Deletes a folder with everything in it, if it is there. */
  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> deepestFirst;
    try (Stream<Path> paths = Files.walk(folder)) {
      deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : deepestFirst) {
      Files.delete(path);
    }
  }

  private static String digest(byte[] archive) {
    try {
      byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(archive);
      return HexFormat.of().formatHex(sha256).substring(0, DIGEST_LETTERS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
