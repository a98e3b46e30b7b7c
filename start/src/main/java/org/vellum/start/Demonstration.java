package org.vellum.start;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The demonstration institution, as its files under {@code demonstration/} describe it: who can
 * sign in there.
 */
public final class Demonstration {

  /** Learners whose records are worth a look, by the name they sign in with. */
  static final List<String> LEARNERS_TO_LOOK_AT = List.of("amara", "lukas", "mateo");

  private static final String NAME = "Alder Ridge University";
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

  /**
   * Gives a server that is about to start the institution's name and lets its people sign in.
   *
   * @return the password of each, by the name to sign in with
   * @throws CannotStart when the server's data folder cannot be used
   */
  public static Map<String, String> signInNames(VellumServer server) throws CannotStart {
    try {
      PrivateFiles.folder(server.data());
      List<LocalUsers.User> people = people();
      Map<String, String> passwords =
          Secrets.in(server.data()).passwords(people.stream().map(LocalUsers.User::name).toList());
      server.with("vellum.platform.institution-name", NAME);
      server.with("vellum.users", LocalUsers.write(server.data(), people, passwords).toString());
      return passwords;
    } catch (IOException e) {
      throw new CannotStart("the data folder cannot be used: " + e + ".");
    }
  }

  private static List<CsvRow> rows(String file) {
    return CsvRow.parse(InstitutionFiles.text("oneroster/" + file));
  }
}
