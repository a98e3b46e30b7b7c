package org.vellum.search.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vellum.platform.configuration.ConfigurationReference;
import org.vellum.search.alert.mail.MailConfiguration;
import org.vellum.search.index.IndexConfiguration;
import org.vellum.testsupport.GeneratedSection;

class ConfigurationReferenceTest {

  @Test
  void the_reference_tells_every_key_of_the_service() throws IOException {
    GeneratedSection.of("docs/configuration.md", "search")
        .is(
            ConfigurationReference.table(
                List.of(
                    SearchConfiguration.class, MailConfiguration.class, IndexConfiguration.class)));
    assertThat(GeneratedSection.sourcesWith("@Key("))
        .containsExactlyInAnyOrder(
            SearchConfiguration.class.getSimpleName(),
            MailConfiguration.class.getSimpleName(),
            IndexConfiguration.class.getSimpleName());
  }
}
