package org.vellum.credentials.interop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.vellum.credentials.Examples;
import org.vellum.credentials.Npm;
import org.vellum.credentials.StandardsFiles;
import org.vellum.credentials.key.DidWeb;

/** What the implementations in JavaScript are asked, all of one test in one run of node. */
final class JavaScript {
  private final ArrayNode jobs = JsonNodeFactory.instance.arrayNode();

  /** One thing to do; what it needs is added by the caller. */
  ObjectNode job(String does) {
    return jobs.addObject().put("does", does);
  }

  /** What each job came to, in order. */
  List<JsonNode> run(String script, Map<URI, String> web) {
    ObjectNode input = JsonNodeFactory.instance.objectNode();
    input.set("jobs", jobs);
    input.set("documents", documents(web));
    JsonNode done = Npm.run(script, input).get("done");
    return List.copyOf(done.valueStream().toList());
  }

  /**
   * The documents of a web as these implementations ask for them: a DID by its name, and each key
   * by its own as an object with a context.
   */
  static ObjectNode documents(Map<URI, String> web) {
    ObjectNode documents = JsonNodeFactory.instance.objectNode();
    web.forEach((url, text) -> documents.set(url.toString(), StandardsFiles.parse(text)));
    JsonNode did = documents.path(DidWeb.documentUrl(Examples.DID).toString());
    documents.set(Examples.DID, did);
    for (JsonNode method : did.path("verificationMethod")) {
      ObjectNode key = documents.putObject(method.path("id").asText());
      key.put("@context", "https://w3id.org/security/multikey/v1").setAll((ObjectNode) method);
    }
    return documents;
  }
}
