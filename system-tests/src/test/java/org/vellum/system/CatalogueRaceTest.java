package org.vellum.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.start.Institution;

/** Two people change the catalogue, or what a program requires, over HTTP. */
class CatalogueRaceTest {
  @RegisterExtension static final RunningVellum VELLUM = new RunningVellum();

  private static final String CATALOGUE = "/competency/catalogue";
  private static final String ROOT = CATALOGUE + "/program";

  @Test
  void whoever_comes_second_gets_both_versions() throws Exception {
    Institution institution = VELLUM.institution();
    institution.importFramework();
    institution.importRoster();
    institution.replaceCatalogue();
    Wire registrar = Wire.signedIn(VELLUM.address(), "registrar", VELLUM.password("registrar"));
    JsonNode catalogue = Wire.MAPPER.readTree(registrar.get(CATALOGUE, Wire.JSON).body());
    String code = catalogue.at("/programs/0/code").asText();
    String query = "?code=" + URLEncoder.encode(code, UTF_8);
    String course = catalogue.at("/programs/0/courses/0").asText();
    String mine = "[{\"requirement\":{\"allOf\":[{\"course\":\"" + course + "\"}]}}]";
    HttpResponse<String> seen = registrar.get(ROOT + "/requirements" + query, Wire.JSON);
    String tag = seen.headers().firstValue("ETag").orElseThrow();

    assertThat(registrar.put(ROOT + "/requirements" + query, mine).statusCode()).isEqualTo(428);
    HttpResponse<String> first = registrar.putIfMatch(ROOT + "/requirements" + query, tag, mine);
    assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
    String newer = first.headers().firstValue("ETag").orElseThrow();
    assertThat(newer).isNotEqualTo(tag);

    HttpResponse<String> second = registrar.putIfMatch(ROOT + "/requirements" + query, tag, "[]");
    assertThat(second.statusCode()).isEqualTo(412);
    assertThat(second.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(second.headers().firstValue("ETag")).contains(newer);
    JsonNode both = Wire.MAPPER.readTree(second.body());
    assertThat(both.path("theirs")).isEqualTo(Wire.MAPPER.readTree(mine));
    assertThat(both.path("yours")).isEmpty();

    HttpResponse<String> late =
        registrar.form(
            ROOT + "/requirements/remove",
            Map.of("code", code, "version", tag.replace("\"", ""), "at", "/0/requirement/allOf/0"));
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).contains("Somebody else changed this meanwhile");
    assertThat(registrar.putIfMatch(ROOT + "/requirements" + query, "*", seen.body()).statusCode())
        .isEqualTo(200);
  }

  @Test
  void a_whole_catalogue_replaces_only_the_one_it_is_meant_for() throws Exception {
    Institution institution = VELLUM.institution();
    institution.importFramework();
    institution.importRoster();
    institution.replaceCatalogue();
    Wire registrar = Wire.signedIn(VELLUM.address(), "registrar", VELLUM.password("registrar"));
    HttpResponse<String> seen = registrar.get(CATALOGUE, Wire.JSON);
    String tag = seen.headers().firstValue("ETag").orElseThrow();

    assertThat(registrar.putIfMatch(CATALOGUE, tag, "{}").statusCode()).isEqualTo(200);

    HttpResponse<String> late = registrar.putIfMatch(CATALOGUE, tag, seen.body());
    assertThat(late.statusCode()).as(late.body()).isEqualTo(412);
    assertThat(late.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(Wire.MAPPER.readTree(late.body()).at("/theirs/programs")).isEmpty();
    String newer = late.headers().firstValue("ETag").orElseThrow();
    String either = "\"another\", " + newer;
    assertThat(registrar.putIfMatch(CATALOGUE, either, seen.body()).statusCode()).isEqualTo(200);
    assertThat(registrar.get(CATALOGUE, Wire.JSON).headers().firstValue("ETag")).contains(tag);
  }
}
