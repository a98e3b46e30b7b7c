package org.vellum.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What stands at the addresses of a framework's parts, for somebody with a phone. */
class CasePagesTest {
  @RegisterExtension static final RunningVellum VELLUM = new RunningVellum();

  private static final int PHONE_WIDTH = 390;
  private static final List<String> PATHS =
      List.of(
          "/CFDocuments/{sourcedId}",
          "/CFPackages/{sourcedId}",
          "/CFItems/{sourcedId}",
          "/CFAssociations/{sourcedId}",
          "/CFConcepts/{sourcedId}",
          "/CFSubjects/{sourcedId}",
          "/CFItemTypes/{sourcedId}",
          "/CFLicenses/{sourcedId}",
          "/CFAssociationGroupings/{sourcedId}",
          "/CFRubrics/{sourcedId}");

  @Test
  void every_part_has_a_page_that_fits_on_a_phone() throws Exception {
    Wire registrar = Wire.signedIn(VELLUM.address(), "registrar", VELLUM.password("registrar"));
    registrar.post(
        "/competency/frameworks", Wire.JSON, BodyPublishers.ofString(Everything.framework()));
    try (Browser browser = Browser.at(VELLUM.address())) {
      Page phone = browser.visitor(PHONE_WIDTH, 800);
      for (String version : List.of("v1p0", "v1p1")) {
        for (String path : PATHS) {
          String address = path.replace("{sourcedId}", Everything.identifier(path));
          phone.navigate("/competency/ims/case/" + version + address);
          assertThat(phone.locator("main h1").count()).as(path).isPositive();
          assertThat(Browser.overflow(phone)).as(path).isZero();
          Browser.picture(phone, "case-phone-" + path.replaceAll("\\W+", ""));
        }
      }
    }
  }
}
