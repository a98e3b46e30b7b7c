package org.vellum.finaid.ssn;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.vellum.credentials.jose.EncryptedFor;
import org.vellum.credentials.jose.SealingKey;
import org.vellum.platform.usecase.Component;

/**
 * The social security numbers of a run: in a file of their own that only the aid system can read,
 * if a school switched that on.
 */
@Component
public class RunNumbers {
  private static final int AT_ONCE = 500;

  private final KeptNumbers numbers;
  private final NumbersConfiguration configuration;

  @Inject
  public RunNumbers(KeptNumbers numbers, NumbersConfiguration configuration) {
    this.numbers = numbers;
    this.configuration = configuration;
  }

  /** What is kept cannot be opened with the secret that is set. */
  public static final class WrongSecretException extends IOException {
    private static final long serialVersionUID = 1L;

    WrongSecretException(String message) {
      super(message);
    }
  }

  /** Learners whose number is another's too; none if packages have no numbers. */
  public Set<String> shared() {
    return configuration.reader().isPresent() ? numbers.shared() : Set.of();
  }

  /**
   * Writes the file of the learners whose record stands in a package, before its manifest is
   * written.
   *
   * @param folder of the package
   * @param students the CSV file of its learners
   * @throws WrongSecretException if the secret is not the one that they were sealed with
   */
  public void write(Path folder, String students) throws IOException {
    Optional<EncryptedFor> reader = configuration.reader();
    Optional<SealingKey> seal = configuration.seal();
    if (reader.isEmpty() || seal.isEmpty()) {
      return;
    }
    // Also of those who came to share one after the snapshot: nobody can tell whose it is.
    Set<String> shared = numbers.shared();
    SsnFile file = new SsnFile();
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    List<String> ids = new ArrayList<>(AT_ONCE);
    try (BufferedReader text = Files.newBufferedReader(folder.resolve(students), UTF_8)) {
      ByteOrderMark.skip(text);
      try (CSVParser rows = CSVParser.parse(text, format)) {
        for (CSVRecord row : rows) {
          String id = row.get("institutionStudentId");
          if (row.get("op").equals("UPSERT") && !shared.contains(id)) {
            ids.add(id);
          }
          if (ids.size() == AT_ONCE) {
            add(file, ids, seal.get());
          }
        }
      }
    }
    add(file, ids, seal.get());
    file.write(folder, reader.get());
  }

  private void add(SsnFile file, List<String> ids, SealingKey seal) throws IOException {
    Map<String, String> sealed = numbers.find(ids);
    for (String id : ids) {
      String each = sealed.get(id);
      if (each != null) {
        String number =
            seal.open(each)
                .orElseThrow(
                    () -> new WrongSecretException("numbers were sealed with another secret"));
        SocialSecurityNumber.read(number).ifPresent(digits -> file.add(id, digits));
      }
    }
    ids.clear();
  }
}
