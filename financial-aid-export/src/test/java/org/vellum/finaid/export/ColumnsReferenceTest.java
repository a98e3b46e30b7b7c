package org.vellum.finaid.export;

import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.vellum.testsupport.GeneratedSection;

class ColumnsReferenceTest {

  @Test
  void the_documentation_tells_every_column_with_its_rule() throws IOException {
    StringBuilder text = new StringBuilder();
    for (Entity entity : Entities.ALL) {
      text.append("\n### `").append(entity.name()).append("`, in XML `");
      text.append(entity.element()).append("`\n\n");
      text.append(
          "| column | in XML | type | required | meaning | rule |\n|---|---|---|---|---|---|\n");
      entity.columns().forEach(column -> text.append(row(column)));
    }
    GeneratedSection.of("docs/financial-aid.md", "columns").is(text.append('\n').toString());
  }

  private static String row(Column column) {
    String type =
        column.codes().isEmpty()
            ? column.type().name().toLowerCase(Locale.ROOT)
            : "`" + String.join("`, `", column.codes()) + "`";
    return "| `%s` | `%s` | %s | %s | %s | %s |\n"
        .formatted(
            column.name(),
            column.element(),
            type,
            column.required() ? "yes" : "",
            column.meaning(),
            column.citation().orElse(""));
  }
}
