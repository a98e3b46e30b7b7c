package org.vellum.competency.framework;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vellum.competency.evaluation.csv.ResultFilesConfiguration;
import org.vellum.competency.framework.caseservice.CaseServiceConfiguration;
import org.vellum.competency.roster.RosterConfiguration;
import org.vellum.platform.configuration.ConfigurationReference;
import org.vellum.testsupport.GeneratedSection;

class ConfigurationReferenceTest {

  @Test
  void the_reference_tells_every_key_of_the_service() throws IOException {
    GeneratedSection.of("docs/configuration.md", "competency")
        .is(
            ConfigurationReference.table(
                List.of(
                    FrameworkConfiguration.class,
                    CaseServiceConfiguration.class,
                    ResultFilesConfiguration.class,
                    RosterConfiguration.class)));
    assertThat(GeneratedSection.sourcesWith("@Key("))
        .containsExactlyInAnyOrder(
            FrameworkConfiguration.class.getSimpleName(),
            CaseServiceConfiguration.class.getSimpleName(),
            ResultFilesConfiguration.class.getSimpleName(),
            RosterConfiguration.class.getSimpleName());
  }
}
