package org.vellum.platform.imsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagingTest {
  private static final String ADDRESS = "https://vellum.example/x";

  @Test
  void without_parameters_it_is_the_first_hundred() {
    assertThat(Paging.of(null, null)).isEqualTo(new Paging(100, 0));
  }

  @ParameterizedTest
  @CsvSource({"-1,", "0,", "x,", ",-1", "99999999999,", ",1.5"})
  void what_is_no_number_in_range_is_refused(@Nullable String limit, @Nullable String offset) {
    assertThatThrownBy(() -> Paging.of(limit, offset)).isInstanceOf(ImsxException.class);
  }

  @Test
  void the_links_lead_to_the_pages_around_and_keep_other_parameters() {
    String links = new Paging(3, 3).links(ADDRESS, Map.of("sort", List.of("a b")), 8);
    assertThat(links)
        .isEqualTo(
            "<https://vellum.example/x?limit=3&offset=6&sort=a+b>; rel=\"next\", "
                + "<https://vellum.example/x?limit=3&offset=0&sort=a+b>; rel=\"prev\", "
                + "<https://vellum.example/x?limit=3&offset=0&sort=a+b>; rel=\"first\", "
                + "<https://vellum.example/x?limit=3&offset=6&sort=a+b>; rel=\"last\"");
  }

  @Test
  void the_same_parameters_make_the_same_links_in_whatever_order_they_come() {
    Map<String, List<String>> one = new LinkedHashMap<>();
    one.put("sort", List.of("title"));
    one.put("filter", List.of("a='b'"));
    Map<String, List<String>> other = new LinkedHashMap<>();
    other.put("filter", List.of("a='b'"));
    other.put("sort", List.of("title"));
    Paging paging = new Paging(3, 3);
    assertThat(paging.links(ADDRESS, one, 8)).isEqualTo(paging.links(ADDRESS, other, 8));
  }

  @Test
  void beyond_the_end_the_way_back_leads_to_the_last_page() {
    assertThat(new Paging(3, 100).links(ADDRESS, Map.of(), 8))
        .doesNotContain("next")
        .contains("offset=6>; rel=\"prev\"");
    assertThat(new Paging(3, 0).links(ADDRESS, Map.of(), 0))
        .isEqualTo(
            "<https://vellum.example/x?limit=3&offset=0>; rel=\"first\", "
                + "<https://vellum.example/x?limit=3&offset=0>; rel=\"last\"");
  }
}
