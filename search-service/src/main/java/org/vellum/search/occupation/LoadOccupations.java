package org.vellum.search.occupation;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Map;
import org.vellum.platform.audit.AuditEntry;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.problem.Finding;
import org.vellum.platform.usecase.UseCase;

/** Loads a file about occupations. */
@UseCase
public class LoadOccupations {
  private static final int BYTE_ORDER_MARK = 0xFEFF;
  static final String SUBJECT = "occupations";

  private final OccupationCatalogue catalogue;
  private final AuditLog audit;

  @Inject
  public LoadOccupations(OccupationCatalogue catalogue, AuditLog audit) {
    this.catalogue = catalogue;
    this.audit = audit;
  }

  /** What came of it. */
  public sealed interface Result {
    /**
     * What is right of the file is kept.
     *
     * @param occupations how many occupations it names
     * @param titles how many other titles of occupations
     * @param skills how many skills
     * @param needs how often it says that an occupation needs one
     * @param refused how many rows or nodes were left out
     * @param findings why, and what else there is to say, for the first 200 of them
     */
    record Loaded(
        int occupations, int titles, int skills, int needs, int refused, List<Finding> findings)
        implements Result {}

    /** It cannot be read: nothing is kept. */
    record Refused(String why) implements Result {}
  }

  /** Loads a file in UTF-8: CTDL-ASN as JSON, or one of the tables. */
  public Result load(InputStream file, String actor) {
    Gathered all;
    try (BufferedReader text =
        new BufferedReader(new InputStreamReader(file, UTF_8.newDecoder()))) {
      all =
          startsJson(text)
              ? new SkillGraph().read(text)
              : new OccupationTable(catalogue.codes()).read(text);
    } catch (UnreadableFile e) {
      return new Result.Refused(String.valueOf(e.getMessage()));
    } catch (CharacterCodingException e) {
      return new Result.Refused("It is not in UTF-8.");
    } catch (IOException e) {
      return new Result.Refused("It could not be read to its end.");
    }
    catalogue.keep(all);
    audit.record(
        AuditEntry.of(
            actor,
            "occupations-loaded",
            SUBJECT,
            Map.of(
                "occupations", Integer.toString(all.occupations.size()),
                "needs", Integer.toString(all.needs.size()),
                "refused", Integer.toString(all.refused))));
    return new Result.Loaded(
        all.occupations.size(),
        all.titles.size(),
        all.skills.size(),
        all.needs.size(),
        all.refused,
        List.copyOf(all.findings));
  }

  /** Whether it begins like JSON; a byte order mark and blanks before it are skipped. */
  private static boolean startsJson(BufferedReader text) throws IOException {
    int first;
    do {
      text.mark(1);
      first = text.read();
    } while (first == BYTE_ORDER_MARK || Character.isWhitespace(first));
    text.reset();
    return first == '{' || first == '[';
  }
}
