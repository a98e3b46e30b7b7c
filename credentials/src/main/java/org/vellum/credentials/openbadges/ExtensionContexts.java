package org.vellum.credentials.openbadges;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.vellum.credentials.jsonld.ContextUrls;

/**
 * The contexts of the extensions that a credential uses, behind its own: a term without its context
 * would be left out of what is signed.
 */
public final class ExtensionContexts {
  private static final Map<String, String> BY_TYPE =
      Map.of(
          "1EdTechJsonSchemaValidator2019", ContextUrls.OPEN_BADGES_EXTENSIONS,
          "1EdTechCredentialRefresh", ContextUrls.OPEN_BADGES_EXTENSIONS,
          "1EdTechRevocationList", ContextUrls.OPEN_BADGES_EXTENSIONS,
          "AssessmentResultDescription", ContextUrls.ASSESSMENT_2_0,
          "IssuerAccreditationProfile", ContextUrls.ACCREDITATION_2_0);

  private final Set<String> found = new LinkedHashSet<>();

  private ExtensionContexts() {}

  /** The same credential, with the contexts added that its types need. */
  public static ObjectNode added(ObjectNode credential) {
    ExtensionContexts used = new ExtensionContexts();
    credential.forEach(used::look);
    used.found.forEach(credential.withArray("@context")::add);
    return credential;
  }

  /** What has a context of its own, such as an endorsement, brought its extensions' along. */
  private void look(JsonNode node) {
    if (node.has("@context")) {
      return;
    }
    JsonNode type = node.path("type");
    take(type);
    type.forEach(this::take);
    node.forEach(this::look);
  }

  private void take(JsonNode type) {
    String context = BY_TYPE.get(type.asText());
    if (context != null) {
      found.add(context);
    }
  }
}
