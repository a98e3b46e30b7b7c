package org.vellum.start;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The demonstration institution, as its files under {@code demonstration/} describe it: who can
 * sign in there.
 */
final class Demonstration {

  /** Learners whose records are worth a look, by the name they sign in with. */
  static final List<String> LEARNERS_TO_LOOK_AT = List.of("amara", "lukas", "mateo");

  private static final String USER_NAME = "username";

  private Demonstration() {}

  /** Everybody who can sign in: the institution's offices, its teachers and its learners. */
  static List<LocalUsers.User> people() {
    List<LocalUsers.User> people = new ArrayList<>();
    for (String office : List.of("registrar", "employer", "aid-officer", "admin")) {
      people.add(new LocalUsers.User(office, office));
    }
    Set<String> students =
        rows("roles.csv").stream()
            .filter(row -> row.get("role").equals("student"))
            .map(row -> row.get("userSourcedId"))
            .collect(Collectors.toSet());
    rows("users.csv")
        .forEach(row ->
            people.add(
                new LocalUsers.User(
                    row.get(USER_NAME),
                    students.contains(row.get("sourcedId")) ? "learner" : "faculty")));
    return people;
  }

  private static List<CsvRow> rows(String file) {
    String path = "/demonstration/oneroster/" + file;
    try (InputStream csv = Demonstration.class.getResourceAsStream(path)) {
      if (csv == null) {
        throw new IllegalStateException("The demonstration lacks " + path);
      }
      return CsvRow.parse(new String(csv.readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
