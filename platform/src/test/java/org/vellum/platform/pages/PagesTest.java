package org.vellum.platform.pages;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vellum.platform.FakeRequest;
import org.vellum.platform.pages.Navigation.Link;

class PagesTest {

  @ParameterizedTest
  @ValueSource(strings = {"Done.", "Grüße, ключ; \"quoted\" <b>, 100 %", ""})
  void a_message_comes_back_with_the_next_request(String message) {
    Response answer = Flash.to(URI.create("/records"), message);
    assertThat(answer.getStatus()).isEqualTo(303);
    assertThat(answer.getLocation()).hasToString("/records");
    NewCookie cookie = flash(answer);
    assertThat(cookie.getValue()).matches("[A-Za-z0-9_-]*");
    assertThat(cookie.isHttpOnly()).isTrue();
    assertThat(Flash.of(request(cookie.getValue()).asServletRequest())).contains(message);
  }

  @Test
  void a_long_message_is_cut_between_two_characters() {
    NewCookie cookie = flash(Flash.to(URI.create("/"), "x".repeat(499) + "😀😀"));
    assertThat(Flash.of(request(cookie.getValue()).asServletRequest())).contains("x".repeat(499));
  }

  @Test
  void a_cookie_that_is_no_message_is_none() {
    assertThat(Flash.of(new FakeRequest().asServletRequest())).isEmpty();
    assertThat(Flash.of(request("%%%").asServletRequest())).isEmpty();
    assertThat(Flash.forgotten().getMaxAge()).isZero();
  }

  private static NewCookie flash(Response answer) {
    return Objects.requireNonNull(answer.getCookies().get(Flash.COOKIE));
  }

  private static FakeRequest request(String flash) {
    return new FakeRequest().cookie("other", "x").cookie(Flash.COOKIE, flash);
  }

  @Test
  void links_stand_in_their_order_and_only_for_whom_they_are() {
    Navigation navigation = new Navigation();
    Link verify = new Link(90, "/verify", "Verify", Set.of());
    Link records = new Link(40, "/records", "Records", Set.of("registrar", "admin"));
    Link catalogue = new Link(40, "/catalogue", "Catalogue", Set.of("registrar"));
    Link mine = new Link(50, "/my/record", "My record", Set.of("learner"));
    for (Link link : new Link[] {verify, records, mine, catalogue, records}) {
      navigation.add(link);
    }
    assertThat(navigation.forRoles(Set.of())).containsExactly(verify);
    assertThat(navigation.forRoles(Set.of("learner"))).containsExactly(mine, verify);
    assertThat(navigation.forRoles(Set.of("registrar", "learner")))
        .containsExactly(catalogue, records, mine, verify);
  }

  @Test
  void a_link_holds_its_own_page_and_those_below() {
    Link records = new Link(1, "/records", "Records", Set.of());
    assertThat(records.holds("/records")).isTrue();
    assertThat(records.holds("/records/1")).isTrue();
    assertThat(records.holds("/recordsets")).isFalse();
    assertThat(records.holds("/")).isFalse();
    assertThat(new Link(1, "/", "Home", Set.of()).holds("/records")).isFalse();
  }

  @Test
  void an_asset_is_found_by_the_address_that_pages_name() {
    assertThat(Assets.addresses())
        .containsOnlyKeys("vellum.css", "icon.svg", "htmx.js", "tree.js", "submit.js");
    Assets.addresses()
        .forEach((name, address) -> {
          assertThat(address).matches("/assets/[0-9a-f]{24}\\.(css|svg|js)");
          String file = address.substring("/assets/".length());
          assertThat(Assets.find(file).orElseThrow().content()).isNotEmpty();
        });
    assertThat(Assets.find("../vellum.css")).isEmpty();
  }

  @Test
  void a_page_keeps_what_it_was_given_and_one_thing_more() {
    Page page = Page.of("a").with("x", 1);
    assertThat(page.with("y", 2).model()).containsOnlyKeys("x", "y");
    assertThat(page.model()).containsOnlyKeys("x");
  }
}
