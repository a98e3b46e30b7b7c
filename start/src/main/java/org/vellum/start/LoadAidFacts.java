package org.vellum.start;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

/**
 * Gives the aid office of the demonstration institution what no system sends: parameters of a
 * program without terms, and who is in it. Doing it again changes nothing.
 */
public final class LoadAidFacts {
  private static final Duration ARRIVAL = Duration.ofMinutes(2);
  private static final long POLL_MILLIS = 250;
  private static final String PROGRAM = "/financial-aid/programs/ADP-DIP";
  private static final String JSON = "application/json";

  /** In this order, since rows refer to enrollments. */
  private static final List<String> FILES =
      List.of(
          "learners",
          "enrollments",
          "statuses",
          "recognized",
          "leaves",
          "withdrawals",
          "engagement",
          "calendar-weeks",
          "calendar-breaks",
          "evaluations");

  private final PublicApi office;
  private final PrintStream out;

  /** For an aid officer who signed in. */
  public LoadAidFacts(PublicApi office, PrintStream out) {
    this.office = office;
    this.out = out;
  }

  /**
   * Loads what is not there yet.
   *
   * @throws ApiRefused if the program does not arrive from the catalogue, or a row is refused
   */
  public void load() throws ApiRefused, InterruptedException {
    if (versions() == 0) {
      office.post(PROGRAM, JSON, file("parameters.json"));
    }
    int rows = 0;
    for (String file : FILES) {
      JsonNode report =
          InstitutionFiles.json(
              office
                  .post("/financial-aid/imports/" + file, "text/csv", file(file + ".csv"))
                  .body());
      if (report.get("refused").asInt() > 0) {
        throw new ApiRefused("POST /financial-aid/imports/" + file, 0, report.toString());
      }
      rows += report.get("read").asInt();
    }
    out.println("      The aid office knows of a program without terms: " + rows + " rows.");
  }

  /** How many versions of parameters there are, once the program has come from the catalogue. */
  private int versions() throws ApiRefused, InterruptedException {
    long deadline = System.nanoTime() + ARRIVAL.toNanos();
    while (true) {
      try {
        return InstitutionFiles.json(office.get(PROGRAM, JSON).body()).size();
      } catch (ApiRefused refused) {
        if (refused.status() != 404 || System.nanoTime() > deadline) {
          throw refused;
        }
        Thread.sleep(POLL_MILLIS);
      }
    }
  }

  private static byte[] file(String name) {
    return InstitutionFiles.text("financial-aid/" + name).getBytes(UTF_8);
  }
}
