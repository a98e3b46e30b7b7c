package org.vellum.competency.framework.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.competency.framework.Audience;
import org.vellum.competency.framework.Framework;
import org.vellum.competency.framework.FrameworkFixture;
import org.vellum.competency.framework.ImportFramework;
import org.vellum.competency.framework.Packages;
import org.vellum.platform.persistence.Schemas;
import org.vellum.testsupport.TestDatabase;

class FrameworkDocumentsTest {
  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "competency")
          .emptyAfterEach("competency");

  private final FrameworkFixture fixture = new FrameworkFixture(database);
  private final FrameworkDocuments documents = new FrameworkDocuments(fixture.objects);

  @Test
  void markdown_tells_the_framework_in_its_order() throws Exception {
    ObjectNode whole = Packages.ofItems(12);
    Packages.document(whole).put("description", "What it is\nfor");
    Packages.addItem(whole, 50);
    String markdown = documents.markdown(imported(whole));
    assertThat(markdown)
        .startsWith("# A framework\n\n- **Creator:** A publisher\n- **Version:** 3\n")
        .contains("- **Description:** What it is for\n")
        .contains(
            """

            ## Items

            - **T.1** Can do thing 1
              - **T.11** Can do thing 11
              - **T.12** Can do thing 12
            - **T.2** Can do thing 2
            """)
        .endsWith("\n## Items beside the tree\n\n- **T.50** Can do thing 50\n");
  }

  @Test
  void a_statement_cannot_break_out_of_its_place() throws Exception {
    ObjectNode whole = Packages.ofItems(2);
    ((ObjectNode) Packages.items(whole).get(0))
        .put(
            "fullStatement",
            """
            # Not a heading

            - not an item
            1. nor this <script>alert(1)</script> *stays* $x^2$ [x](javascript:alert)\
            """);
    String markdown = documents.markdown(imported(whole));
    assertThat(markdown)
        .contains(
            """
            - **T.1** \\# Not a heading
              \\- not an item
              1\\. nor this &lt;script>alert(1)&lt;/script> *stays* $x^2$ [x](alert)
            - **T.2**\
            """);
  }

  @Test
  void a_pdf_shows_every_statement_and_has_tags() throws Exception {
    ObjectNode whole = Packages.ofItems(120);
    whole
        .putArray("CFRubrics")
        .addObject()
        .put("identifier", Packages.item(900))
        .put("title", "How well")
        .putArray("CFRubricCriteria")
        .addObject()
        .put("identifier", Packages.item(901))
        .put("category", "Clarity")
        .put("description", "Is clear")
        .put("weight", 0.5);
    byte[] pdf = documents.findPdf(imported(whole)).orElseThrow();
    try (PDDocument read = Loader.loadPDF(pdf)) {
      String text = new PDFTextStripper().getText(read);
      for (int i = 1; i <= 120; i++) {
        assertThat(text).contains("Can do thing " + i);
      }
      assertThat(text).contains("Rubric: How well", "Clarity", "Weight 0.5");
      assertThat(read.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
      assertThat(read.getDocumentCatalog().getLanguage()).isNotBlank();
      List<String> tags = new ArrayList<>();
      collect(read.getDocumentCatalog().getStructureTreeRoot(), tags);
      assertThat(tags).contains("H1", "H2", "L", "LI", "Table");
    }
  }

  @Test
  void what_is_too_large_is_not_laid_out() throws Exception {
    Framework framework = imported(Packages.ofItems(OutlinePdf.MOST_ENTRIES + 1));
    assertThat(documents.findPdf(framework)).isEmpty();
    assertThat(documents.markdown(framework)).contains("Can do thing 3001");
  }

  private static void collect(PDStructureNode node, List<String> tags) {
    for (Object kid : node.getKids()) {
      if (kid instanceof PDStructureElement element) {
        tags.add(element.getStructureType());
        collect(element, tags);
      }
    }
  }

  private Framework imported(ObjectNode whole) throws Exception {
    assertThat(fixture.importing(whole.toString()))
        .isInstanceOf(ImportFramework.Result.Imported.class);
    return fixture
        .frameworks
        .find(UUID.fromString(Packages.DOCUMENT), Audience.REGISTRARS)
        .orElseThrow();
  }
}
