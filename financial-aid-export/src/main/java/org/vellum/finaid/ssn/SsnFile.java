package org.vellum.finaid.ssn;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.vellum.credentials.jose.EncryptedFor;
import org.vellum.finaid.export.PackageAssembly;
import org.vellum.finaid.export.RowError;
import org.vellum.finaid.records.Condition;

/**
 * The numbers of the learners of a run, looked at before anything is exported. A number that can be
 * none is left out with a warning; learners who share one are all rejected, since nobody can tell
 * whose it is.
 */
public final class SsnFile {
  private final Map<String, SocialSecurityNumber> byStudent = new TreeMap<>();
  private final Map<SocialSecurityNumber, String> first = new HashMap<>();
  private final Set<String> duplicates = new HashSet<>();
  private final List<RowError> errors = new ArrayList<>();

  /** Where numbers come from: a system that keeps them, asked under a right of its own. */
  @FunctionalInterface
  public interface Source {
    /** The number of a learner as it is kept, or nothing. */
    Optional<String> find(String institutionStudentId);
  }

  /** Asks for the number of a learner. */
  public void add(String institutionStudentId, Source source) {
    Optional<String> text = source.find(institutionStudentId);
    if (text.isEmpty()) {
      return;
    }
    Optional<SocialSecurityNumber> number = SocialSecurityNumber.read(text.get());
    if (number.isEmpty()) {
      errors.add(Condition.ofStudent(Condition.SSN_FORMAT, institutionStudentId, "ssn"));
      return;
    }
    String other = first.putIfAbsent(number.get(), institutionStudentId);
    if (other == null) {
      byStudent.put(institutionStudentId, number.get());
    } else if (!other.equals(institutionStudentId)) {
      duplicates.add(other);
      duplicates.add(institutionStudentId);
      byStudent.remove(other);
    }
  }

  /** Those whose number is somebody else's too. */
  public Set<String> duplicates() {
    return Set.copyOf(duplicates);
  }

  /** What is wrong with numbers, without any of them. */
  public List<RowError> errors() {
    return List.copyOf(errors);
  }

  /** How many numbers the file has. */
  public int size() {
    return byStudent.size();
  }

  /**
   * Encrypts the numbers as CSV with a header, in the order of the identifiers, and puts them into
   * a package.
   *
   * @param folder of the package, before its manifest is written
   */
  public void write(Path folder, EncryptedFor recipient) throws IOException {
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
