package org.vellum.competency.framework.caseservice.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vellum.competency.framework.casepackage.CaseForm;
import org.vellum.competency.framework.casepackage.CaseVersion;
import org.vellum.platform.imsx.Fault;
import org.vellum.platform.imsx.ImsxException;

/** What can be asked, and what is refused. */
class DocumentFilterTest {
  private static final CaseForm FORM = new CaseForm(CaseVersion.V1_1, true);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "version",
        "version=1.0",
        "version='1.0",
        "version=='1.0'",
        "version ='1.0'",
        "unheardOf='1'",
        "licenseURI.unheardOf='1'",
        "title.deeper='1'",
        "version='1.0' and title='x'",
        "version='1.0'  AND title='x'",
        "version='1.0' AND ",
        "version='1.0' AND title='x' AND title='y'",
        "version='1.0';drop table competency.framework",
        "version='1.0' AND title='x'; --",
        "f.title='x'",
        "fields->>'a'='b'",
        "lastChangeDateTime='yesterday'",
        "statusStartDate>'soon'"
      })
  void what_is_no_filter_is_refused(String filter) {
    assertThatThrownBy(() -> DocumentFilter.of(filter, FORM))
        .isInstanceOfSatisfying(
            ImsxException.class,
            refusal -> {
              assertThat(refusal.fault()).isEqualTo(Fault.INVALID_FILTER);
              assertThat(refusal.description()).startsWith("invalid_filter_field");
            });
  }

  @Test
  void a_filter_without_bounds_is_refused() {
    assertThatThrownBy(() -> DocumentFilter.of("title='" + "x".repeat(5_000) + "'", FORM))
        .isInstanceOf(ImsxException.class);
    assertThatThrownBy(() -> DocumentFilter.of("title='\0'", FORM))
        .isInstanceOf(ImsxException.class);
  }

  @Test
  void a_field_that_the_version_lacks_is_unknown() {
    CaseForm form10 = new CaseForm(CaseVersion.V1_0, true);
    assertThat(DocumentField.find("frameworkType", FORM)).isPresent();
    assertThat(DocumentField.find("frameworkType", form10)).isEmpty();
    assertThat(DocumentField.find("extensions.level", form10)).isEmpty();
    assertThat(DocumentField.find("extensions.level", new CaseForm(CaseVersion.V1_1, false)))
        .isEmpty();
  }

  @Test
  void fields_may_be_listed_or_repeated_and_an_unknown_one_means_all() {
    assertThat(selected("identifier,subject")).containsOnly("identifier", "subject");
    assertThat(selected("identifier", "CFPackageURI")).containsOnly("identifier", "CFPackageURI");
    assertThat(selected("identifier,unheardOf")).isEmpty();
    for (String blank : List.of("", " ", "identifier,", ",")) {
      assertThatThrownBy(() -> selected(blank))
          .isInstanceOfSatisfying(
              ImsxException.class,
              refusal -> assertThat(refusal.fault()).isEqualTo(Fault.INVALID_SELECTION));
    }
  }

  @Test
  void an_order_that_is_neither_up_nor_down_is_refused() {
    assertThatThrownBy(() -> DocumentQuery.of(null, "title", "sideways", List.of(), FORM))
        .isInstanceOfSatisfying(
            ImsxException.class,
            refusal -> assertThat(refusal.fault()).isEqualTo(Fault.INVALID_SORT_FIELD));
  }

  private static Set<String> selected(String... fields) {
    return DocumentQuery.of(null, null, null, List.of(fields), FORM).fields();
  }
}
