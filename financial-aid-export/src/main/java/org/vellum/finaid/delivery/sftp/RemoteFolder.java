package org.vellum.finaid.delivery.sftp;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.vellum.finaid.export.PackageAssembly;

/** The folder on the server in which packages are put. */
final class RemoteFolder {
  private static final String UNFINISHED = ".tmp";
  private static final String MANIFEST = "manifest.json";

  private final SftpClient sftp;
  private final String folder;
  private final boolean withNumbers;

  RemoteFolder(SftpClient sftp, String folder, boolean withNumbers) {
    this.sftp = sftp;
    this.withNumbers = withNumbers;
    this.folder = folder.endsWith("/") ? folder.substring(0, folder.length() - 1) : folder;
  }

  /** Another file stands where one of the package belongs. */
  static final class OccupiedException extends IOException {
    private static final long serialVersionUID = 1L;

    OccupiedException(String name) {
      super("Another file stands there as " + name + ", and it is left alone.");
    }
  }

  /**
   * Puts a package there.
   *
   * @return how many files were sent
   */
  int put(String name, Path local) throws IOException {
    String place = folder + "/" + name;
    makeFolder(place);
    int sent = 0;
    for (Path file : inOrder(local)) {
      String path = local.relativize(file).toString().replace('\\', '/');
      int slash = path.lastIndexOf('/');
      if (slash > 0) {
        makeFolder(place + "/" + path.substring(0, slash));
      }
      if (putFile(place + "/" + path, file)) {
        sent++;
      }
    }
    mark(place, local);
    return sent;
  }

  /** The manifest and its signature last, so that who sees them sees all. */
  private List<Path> inOrder(Path local) throws IOException {
    try (Stream<Path> files = Files.walk(local)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> withNumbers || !file.endsWith(PackageAssembly.SSN_FILE))
          .sorted(
              Comparator.comparing(
                      (Path file) -> file.getFileName().toString().startsWith(MANIFEST))
                  .thenComparing(Comparator.naturalOrder()))
          .toList();
    }
  }

  private boolean putFile(String path, Path file) throws IOException {
    Optional<SftpClient.Attributes> there = find(path);
    if (there.isPresent()) {
      if (there.get().getSize() == Files.size(file) && isSame(path, FileHash.sha256(file))) {
        return false;
      }
      throw new OccupiedException(path);
    }
    try (InputStream in = Files.newInputStream(file)) {
      send(path, in);
    }
    return true;
  }

  private void mark(String place, Path local) throws IOException {
    String path = place + ".done";
    String hash = FileHash.sha256(local.resolve(MANIFEST));
    byte[] text = (hash + "\n").getBytes(US_ASCII);
    if (find(path).isEmpty()) {
      send(path, new ByteArrayInputStream(text));
    } else if (!isSame(path, FileHash.sha256(text))) {
      throw new OccupiedException(path);
    }
  }

  private void send(String path, InputStream in) throws IOException {
    String unfinished = path + UNFINISHED;
    try (OutputStream out =
        sftp.write(
            unfinished,
            SftpClient.OpenMode.Write,
            SftpClient.OpenMode.Create,
            SftpClient.OpenMode.Truncate)) {
      in.transferTo(out);
    }
    sftp.rename(unfinished, path);
  }

  private boolean isSame(String path, String hash) throws IOException {
    try (InputStream in = sftp.read(path)) {
      return FileHash.sha256(in).equals(hash);
    }
  }

  private void makeFolder(String path) throws IOException {
    if (find(path).isEmpty()) {
      sftp.mkdir(path);
    }
  }

  private Optional<SftpClient.Attributes> find(String path) throws IOException {
    try {
      return Optional.of(sftp.stat(path));
    } catch (SftpException e) {
      if (e.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
