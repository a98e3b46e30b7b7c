package org.vellum.finaid.ssn;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.vellum.credentials.jose.EncryptedFor;
import org.vellum.finaid.export.PackageAssembly;

/** The numbers of the learners of a package, for the one who may read them. */
final class SsnFile {
  private final Map<String, SocialSecurityNumber> byStudent = new TreeMap<>();

  /** Adds the number of a learner. */
  void add(String institutionStudentId, SocialSecurityNumber number) {
    byStudent.put(institutionStudentId, number);
  }

  /**
   * Encrypts the numbers as CSV with a header, in the order of the identifiers, and puts them into
   * a package.
   *
   * @param folder of the package, before its manifest is written
   */
  void write(Path folder, EncryptedFor recipient) throws IOException {
    StringBuilder csv = new StringBuilder("institutionStudentId,ssn\r\n");
    byStudent.forEach(
        (id, number) -> csv.append(quoted(id)).append(number.digits()).append("\r\n"));
    String jwe = recipient.encrypt(csv.toString().getBytes(UTF_8), "text/csv");
    Files.write(folder.resolve(PackageAssembly.SSN_FILE), jwe.getBytes(UTF_8));
  }

  private static String quoted(String id) {
    return '"' + id.replace("\"", "\"\"") + "\",";
  }
}
