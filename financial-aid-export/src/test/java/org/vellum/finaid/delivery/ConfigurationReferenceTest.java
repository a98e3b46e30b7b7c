package org.vellum.finaid.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vellum.finaid.profile.MappingConfiguration;
import org.vellum.finaid.run.RunConfiguration;
import org.vellum.finaid.ssn.NumbersConfiguration;
import org.vellum.platform.configuration.ConfigurationReference;
import org.vellum.testsupport.GeneratedSection;

class ConfigurationReferenceTest {

  @Test
  void the_reference_tells_every_key_of_the_service() throws IOException {
    GeneratedSection.of("docs/configuration.md", "financial-aid")
        .is(
            ConfigurationReference.table(
                List.of(
                    RunConfiguration.class,
                    DeliveryConfiguration.class,
                    MappingConfiguration.class,
                    NumbersConfiguration.class)));
    assertThat(GeneratedSection.sourcesWith("@Key("))
        .containsExactlyInAnyOrder(
            RunConfiguration.class.getSimpleName(),
            DeliveryConfiguration.class.getSimpleName(),
            MappingConfiguration.class.getSimpleName(),
            NumbersConfiguration.class.getSimpleName());
  }
}
