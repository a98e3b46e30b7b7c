package org.vellum.start;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The people who can sign in for a first look, as a file of the server's configuration in the data
 * folder. Nothing else makes such a file: a server without it has no local users and no password of
 * ours.
 */
final class LocalUsers {

  /**
   * Somebody who can sign in.
   *
   * @param name to sign in with: letters, digits, dashes
   * @param role one of the roles of the application, and the group of the same name
   */
  record User(String name, String role) {
    User {
      if (!name.matches("[\\w.@-]{1,100}") || !role.matches("[a-z-]+")) {
        throw new IllegalArgumentException("Not a name to sign in with: " + name);
      }
    }
  }

  private LocalUsers() {}

  /** Writes the file with these passwords, for the own account alone, and gives its place. */
  static Path write(Path data, List<User> users, Map<String, String> passwords) throws IOException {
    StringBuilder xml =
        new StringBuilder("<server>\n  <basicRegistry id=\"local\" realm=\"vellum\">\n");
    for (User user : users) {
      xml.append(
          "    <user name=\"%s\" password=\"%s\"/>\n"
              .formatted(user.name, passwords.get(user.name)));
    }
    users.stream()
        .collect(Collectors.groupingBy(User::role))
        .forEach((role, members) -> xml.append(group(role, members)));
    xml.append("  </basicRegistry>\n</server>\n");
    Path file = data.resolve("users.xml");
    PrivateFiles.write(file, xml.toString());
    return file;
  }

  private static String group(String role, List<User> members) {
    return members.stream()
        .map(member -> "      <member name=\"%s\"/>\n".formatted(member.name))
        .collect(Collectors.joining("", "    <group name=\"" + role + "\">\n", "    </group>\n"));
  }
}
