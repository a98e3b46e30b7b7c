package org.vellum.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Page;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.testsupport.ElasticsearchNode;

/**
 * The story of search with the index in a cluster of Elasticsearch and with a mail server, on a
 * server of its own.
 */
class SearchInClusterTest extends SearchStory {
  private static final GreenMail MAIL = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));

  @RegisterExtension
  static final RunningVellum VELLUM =
      RunningVellum.with(() -> {
        MAIL.start();
        return Map.of(
            "vellum.search.elasticsearch-urls", ElasticsearchNode.shared().url(),
            "vellum.search.elasticsearch-replicas", "0",
            "vellum.search.mail-host", "127.0.0.1",
            "vellum.search.mail-port", Integer.toString(MAIL.getSmtp().getPort()),
            "vellum.search.mail-security", "none",
            "vellum.search.mail-from", "vellum@records.example.edu");
      });

  @Override
  protected RunningVellum vellum() {
    return VELLUM;
  }

  @Test
  @Order(25)
  void the_employer_is_told_by_mail_once_the_address_agrees() throws Exception {
    String here = employer.url();
    employer.navigate("/search/saved");
    employer.getByText("Be told by mail").click();
    employer.locator("input[name=address]").fill("jobs@acme.example");
    Browser.button(employer, "Ask this address");
    assertThat(employer.locator("main").innerText()).contains("about to be asked");
    String question = letter(1);
    employer.navigate(question.lines().filter(line -> line.startsWith("http")).findFirst().get());
    Browser.button(employer, "Yes, tell it");
    assertThat(letter(2)).contains("one person more").doesNotContain("Mateo");
    employer.navigate(here);
  }

  private static String letter(int number) throws Exception {
    return eventually(() -> {
      assertThat(MAIL.getReceivedMessages()).hasSize(number);
      return MAIL.getReceivedMessages()[number - 1].getContent().toString();
    });
  }

  private static JsonNode standing() throws Exception {
    return new ObjectMapper()
        .readTree(VELLUM.signedIn("admin").get("/search/index", "application/json").body())
        .get("cluster");
  }

  @AfterEach
  void itWasTheClusterThatAnswered() throws Exception {
    JsonNode cluster = standing();
    assertThat(cluster.path("spared").asBoolean(true)).as(cluster.toString()).isFalse();
    assertThat(cluster.hasNonNull("trouble")).as(cluster.toString()).isFalse();
  }

  @Test
  @Order(60)
  void who_withdrew_is_not_in_it_and_an_administrator_has_it_built_anew() throws Exception {
    assertThat(standing().path("behind").asInt(-1)).isZero();
    assertThat(standing().path("documents").asInt(-1)).isZero();
    String before = standing().at("/rebuild/index").asText();
    Page admin = browser.visitor();
    Browser.signIn(admin, "admin", VELLUM.password("admin"));
    admin.navigate("/search/index");
    Browser.picture(admin, "search-index");
    Browser.button(admin, "Build a fresh index");
    eventually(() -> {
      assertThat(standing().at("/rebuild/index").asText()).isNotEqualTo(before);
      assertThat(standing().at("/rebuild/finished").asBoolean()).isTrue();
      return "";
    });
    Browser.button(admin, "Build the entries anew");
    eventually(() -> {
      admin.navigate("/search/index");
      assertThat(admin.locator("main").innerText()).contains("Built anew on");
      return "";
    });
  }

  @AfterAll
  static void stopMail() {
    MAIL.stop();
  }
}
