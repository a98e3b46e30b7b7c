package org.vellum.transcript.display;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RecordViewTest {

  private static ObjectNode achievement(String type, String code, String framework) {
    ObjectNode credential = JsonNodeFactory.instance.objectNode().put("id", "urn:x:" + code);
    ObjectNode achievement = credential.putObject("credentialSubject").putObject("achievement");
    achievement.put("name", "Name of " + code).put("achievementType", type).put("version", "2");
    achievement.put("humanCode", code);
    if (!framework.isEmpty()) {
      achievement
          .putArray("alignment")
          .addObject()
          .put("targetFramework", framework)
          .put("targetUrl", "javascript:alert(1)");
    }
    return credential;
  }

  private static RecordView view(ObjectNode... achievements) {
    ObjectNode record = JsonNodeFactory.instance.objectNode();
    ArrayNode inside = record.putObject("credentialSubject").putArray("verifiableCredential");
    Stream.of(achievements).forEach(inside::add);
    List<AchievementView> views =
        RecordView.credentialsIn(record).stream()
            .map(each -> AchievementView.of(each, Map.of()))
            .toList();
    return RecordView.of(record, "", views, Optional.empty());
  }

  @Test
  void competencies_are_grouped_by_framework_and_domain_in_the_order_of_their_codes() {
    RecordView view =
        view(
            achievement("Competency", "ADP.10.1", "Data, version 2"),
            achievement("Competency", "ADP.2.1", "Data, version 2"),
            achievement("Competency", "ADP.2.1.a", "Data, version 2"),
            achievement("Competency", "W.1", "Writing"),
            achievement("Course", "ADP 110", ""),
            achievement("Award", "A", ""));
    assertThat(view.courses()).extracting(AchievementView::code).containsExactly("ADP 110");
    assertThat(view.others()).extracting(AchievementView::code).containsExactly("A");
    assertThat(view.frameworks())
        .extracting(FrameworkView::title)
        .containsExactly("Data", "Writing");
    FrameworkView data = view.frameworks().getFirst();
    assertThat(data.version()).isEqualTo("2");
    assertThat(data.domains()).extracting(DomainView::code).containsExactly("ADP.2", "ADP.10");
    assertThat(data.domains().getFirst().achievements())
        .extracting(AchievementView::code)
        .containsExactly("ADP.2.1", "ADP.2.1.a");
    assertThat(view.competencies()).isEqualTo(4);
    assertThat(view.achievements()).hasSize(6);
  }

  @Test
  void the_ring_is_shared_out_by_the_number_of_competencies() {
    List<FrameworkView.Piece> ring =
        view(
                achievement("Competency", "ADP.1.1", "Data"),
                achievement("Competency", "ADP.1.2", "Data"),
                achievement("Competency", "ADP.1.3", "Data"),
                achievement("Competency", "ADP.2.1", "Data"))
            .frameworks()
            .getFirst()
            .ring();
    assertThat(ring)
        .containsExactly(
            new FrameworkView.Piece("ADP.1", 3, 0, 7_380),
            new FrameworkView.Piece("ADP.2", 1, 7_500, 2_380));
  }

  @Test
  void a_link_that_is_not_to_the_web_is_no_link() {
    assertThat(view(achievement("Competency", "A.1.1", "Data")).achievements())
        .singleElement()
        .satisfies(each -> assertThat(each.address()).isEmpty());
  }
}
