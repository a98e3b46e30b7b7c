package org.vellum.search.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class QueryFormTest {

  /** A form of which every field is filled in, whichever it has. */
  private static QueryForm filled() throws Exception {
    RecordComponent[] fields = QueryForm.class.getRecordComponents();
    Object[] values =
        Arrays.stream(fields)
            .map(each ->
                each.getType() == String.class
                    ? each.getName() + " & 1=%"
                    : List.of(each.getName() + " + a", each.getName() + ", 80 %"))
            .toArray();
    Class<?>[] types = Arrays.stream(fields).map(RecordComponent::getType).toArray(Class<?>[]::new);
    return QueryForm.class.getDeclaredConstructor(types).newInstance(values);
  }

  @Test
  void an_address_keeps_all_that_is_asked() throws Exception {
    QueryForm form = filled();
    assertThat(QueryForm.of(form.address())).isEqualTo(form);
  }

  @Test
  void what_is_no_address_of_a_search_asks_for_nothing() {
    for (String text :
        List.of("", "&&&", "=", "skill", "skill=%zz", "other=1", "&".repeat(10_000))) {
      assertThat(QueryForm.of(text).isEmpty()).as(text).isTrue();
    }
  }
}
