package org.vellum.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

class SecretsTest {

  @TempDir Path data;

  @Test
  void secrets_are_made_once_and_are_the_same_at_the_next_start() throws Exception {
    Map<String, String> first = Secrets.in(data).environment();
    assertThat(first)
        .containsOnlyKeys(
            "VELLUM_FINANCIAL_AID_KEY_SECRET",
            "VELLUM_KEYSTORE_PASSWORD",
            "VELLUM_PLATFORM_AUDIT_SECRET",
            "VELLUM_PLATFORM_KEY_SECRET",
            "VELLUM_TRANSCRIPT_KEY_SECRET");
    assertThat(first.values()).doesNotHaveDuplicates().allMatch(secret -> secret.length() >= 32);
    assertThat(Secrets.in(data).environment()).isEqualTo(first);
  }

  @Test
  void another_installation_has_other_secrets() throws Exception {
    Path other = Files.createDirectory(data.resolve("other"));
    assertThat(Secrets.in(other).environment().values())
        .doesNotContainAnyElementsOf(Secrets.in(data).environment().values());
  }

  @Test
  void passwords_are_kept_by_name() throws Exception {
    Map<String, String> first = Secrets.in(data).passwords(List.of("amara", "lukas"));
    assertThat(first.get("amara"))
        .matches("[a-z]{4}(-[a-z]{4}){2}")
        .isNotEqualTo(first.get("lukas"));
    assertThat(Secrets.in(data).passwords(List.of("lukas", "amara", "mateo")))
        .containsAllEntriesOf(first);
  }

  @Test
  void the_files_are_for_the_owner_alone() throws Exception {
    Path users =
        LocalUsers.write(data, people(), Secrets.in(data).passwords(List.of("amara", "ada")));
    for (Path file : List.of(data.resolve("secrets.properties"), users)) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void each_person_is_in_the_group_of_the_role() throws Exception {
    Path users = LocalUsers.write(data, people(), Map.of("amara", "first", "ada", "second"));
    Document xml = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(users.toFile());
    assertThat(xml.getElementsByTagName("user").getLength()).isEqualTo(2);
    assertThat(Files.readString(users))
        .contains("<user name=\"amara\" password=\"first\"/>")
        .containsSubsequence("<group name=\"learner\">", "<member name=\"amara\"/>", "</group>")
        .containsSubsequence("<group name=\"faculty\">", "<member name=\"ada\"/>", "</group>");
  }

  @Test
  void the_demonstration_has_somebody_in_every_role() {
    assertThat(Demonstration.people())
        .extracting(LocalUsers.User::role)
        .contains("learner", "registrar", "faculty", "employer", "aid-officer", "admin");
    assertThat(Demonstration.people())
        .extracting(LocalUsers.User::name)
        .doesNotHaveDuplicates()
        .containsAll(Demonstration.LEARNERS_TO_LOOK_AT);
  }

  private static List<LocalUsers.User> people() {
    return List.of(new LocalUsers.User("amara", "learner"), new LocalUsers.User("ada", "faculty"));
  }
}
