package org.vellum.credentials.verification;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.vellum.credentials.json.Pointer;

/**
 * Whether what a credential points to and binds by a digest is as it was when it was signed (VCDM
 * 2.0, section 5.3): its {@code relatedResource}s, and evidence that carries a digest. What is not
 * bound by a digest is not fetched: nothing could be learned of it.
 */
final class ResourceCheck {
  private static final int MOST = 20;
  private static final List<String> MEMBERS = List.of("relatedResource", "evidence");

  private final Library library;

  ResourceCheck(Library library) {
    this.library = library;
  }

  Check check(Credential credential) {
    Findings findings = new Findings(Check.Kind.EVIDENCE);
    for (String member : MEMBERS) {
      credential.each(member).entrySet().stream()
          .filter(entry -> member.equals("relatedResource") || Digests.binds(entry.getValue()))
          .limit(MOST)
          .forEach(entry -> check(entry.getValue(), entry.getKey(), findings));
    }
    return findings.check();
  }

  private void check(JsonNode resource, Pointer place, Findings findings) {
    if (!Digests.binds(resource)) {
      findings.invalid("no-digest", place, "a related resource must be bound by a digest");
      return;
    }
    URI url;
    try {
      url = new URI(resource.path("id").asText(""));
    } catch (URISyntaxException e) {
      findings.unknown("malformed-resource", place, "what is bound has no address");
      return;
    }
    byte[] body = library.bytes(url).orElse(null);
    if (body == null) {
      findings.unknown("resource-unreachable", place, url + ": could not be fetched");
    } else if (Digests.disagree(resource, body)) {
      findings.invalid("resource-changed", place, url + " is not what it was when this was signed");
    } else {
      findings.note("resource-unchanged", place, url + " is as it was when this was signed");
    }
  }
}
