package org.vellum.finaid.records;

import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.vellum.testsupport.GeneratedSection;

class ConditionsReferenceTest {

  @Test
  void the_documentation_tells_every_condition() throws IOException {
    StringBuilder text = new StringBuilder("\n| code | what follows | what is told | rule |\n");
    text.append("|---|---|---|---|\n");
    for (Condition condition : Condition.values()) {
      text.append(
          String.format(
              Locale.ROOT,
              "| `%s` | `%s` | %s | %s |\n",
              condition.code(),
              condition.severity(),
              condition.message(),
              condition.citation()));
    }
    GeneratedSection.of("docs/financial-aid.md", "conditions").is(text.append('\n').toString());
  }
}
