package org.vellum.finaid.ssn;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.vellum.credentials.jose.SealingKey;
import org.vellum.finaid.records.Condition;
import org.vellum.platform.audit.AuditEntry;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.problem.Finding;
import org.vellum.platform.usecase.UseCase;

/**
 * Takes in social security numbers: a CSV file with the columns {@code student_id} and {@code ssn}.
 * An empty number forgets what was kept. Nothing that is told repeats a number, or a part of one.
 */
@UseCase
public class ImportNumbers {
  static final List<String> COLUMNS = List.of("student_id", "ssn");

  private static final String FILE = "numbers.csv";
  private static final int AT_ONCE = 500;
  private static final int MOST_ROWS = 1_000_000;
  private static final int MOST_FINDINGS = 1_000;

  private final KeptNumbers numbers;
  private final NumbersConfiguration configuration;
  private final AuditLog audit;
  private final Clock clock;

  @Inject
  public ImportNumbers(
      KeptNumbers numbers, NumbersConfiguration configuration, AuditLog audit, Clock clock) {
    this.numbers = numbers;
    this.configuration = configuration;
    this.audit = audit;
    this.clock = clock;
  }

  /** What came of it. */
  public sealed interface Result {
    /**
     * Rows that are right are kept.
     *
     * @param kept how many numbers
     * @param forgotten how many learners had an empty one
     * @param refused how many rows were not right
     * @param findings why, for the first thousand of them
     */
    record Imported(int kept, int forgotten, int refused, List<Finding> findings)
        implements Result {}

    /** It is no such file: nothing is kept. */
    record Refused(String why) implements Result {}

    /** No secret is configured under which they could be kept. */
    record SwitchedOff() implements Result {}
  }

  /** Imports a file in UTF-8. */
  public Result importFrom(InputStream csv, String actor) {
    Optional<SealingKey> seal = configuration.seal();
    if (seal.isEmpty()) {
      return new Result.SwitchedOff();
    }
    CSVFormat format =
        CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).setTrim(true).get();
    Import rows = new Import(seal.get());
    try (BufferedReader text = new BufferedReader(new InputStreamReader(csv, UTF_8))) {
      ByteOrderMark.skip(text);
      CSVParser parser = CSVParser.parse(text, format);
      if (!parser.getHeaderNames().equals(COLUMNS)) {
        return new Result.Refused("The header must be student_id,ssn.");
      }
      for (CSVRecord row : parser) {
        if (row.getRecordNumber() > MOST_ROWS) {
          return new Result.Refused("A file has at most a million rows.");
        }
        rows.take(row);
      }
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      // Not its message: it may hold a part of a row.
      return new Result.Refused("The file cannot be read to its end.");
    }
    Result.Imported imported = rows.kept();
    audit.record(
        AuditEntry.of(
            actor,
            "aid-numbers-imported",
            FILE,
            Map.of(
                "kept", String.valueOf(imported.kept),
                "forgotten", String.valueOf(imported.forgotten),
                "refused", String.valueOf(imported.refused))));
    return imported;
  }

  /** The rows of a file; nothing is kept before all were read. */
  private final class Import {
    private final SealingKey seal;
    private final Map<String, Row> rows = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private int refused;
    private int keptCount;
    private int forgotten;

    Import(SealingKey seal) {
      this.seal = seal;
    }

    private record Row(long line, Optional<SocialSecurityNumber> number) {}

    void take(CSVRecord row) {
      long line = row.getRecordNumber() + 1;
      if (row.size() != COLUMNS.size()) {
        refuse(line, "ssn", "row-incomplete", "The row has not two cells.");
        return;
      }
      Optional<SocialSecurityNumber> number = SocialSecurityNumber.read(row.get(1));
      if (row.get(0).isEmpty()) {
        refuse(line, "student_id", "value-missing", "A student id is required.");
      } else if (number.isEmpty() && !row.get(1).isEmpty()) {
        refuse(line, "ssn", "ssn-format", "It " + Condition.SSN_FORMAT.message() + ".");
      } else {
        rows.put(row.get(0), new Row(line, number));
      }
    }

    private void refuse(long line, String column, String code, String message) {
      refused++;
      if (findings.size() < MOST_FINDINGS) {
        findings.add(Finding.error(code, FILE + ":" + line + ":" + column, message));
      }
    }

    Result.Imported kept() {
      List<String> ids = List.copyOf(rows.keySet());
      for (int from = 0; from < ids.size(); from += AT_ONCE) {
        keep(ids.subList(from, Math.min(from + AT_ONCE, ids.size())));
      }
      return new Result.Imported(keptCount, forgotten, refused, List.copyOf(findings));
    }

    private void keep(List<String> ids) {
      Set<String> known = numbers.known(ids);
      List<KeptNumbers.Sealed> sealed = new ArrayList<>();
      List<String> empty = new ArrayList<>();
      for (String id : ids) {
        Row row = java.util.Objects.requireNonNull(rows.get(id));
        if (!known.contains(id)) {
          refuse(row.line, "student_id", "learner-unknown", "There is no such learner.");
        } else if (row.number.isPresent()) {
          String digits = row.number.get().digits();
          sealed.add(new KeptNumbers.Sealed(id, seal.seal(digits), seal.fingerprint(digits)));
        } else {
          empty.add(id);
        }
      }
      numbers.keep(sealed, clock.instant());
      numbers.forget(empty, clock.instant());
      keptCount += sealed.size();
      forgotten += empty.size();
    }
  }
}
