package org.vellum.credentials.jsonld;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.document.Document;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.jsonld.loader.DocumentLoader;
import com.apicatalog.rdf.api.RdfQuadConsumer;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.rdfc.Quad;

/** JSON-LD to RDF (JSON-LD 1.1 API, section 8.1) by titanium, with our own contexts only. */
final class TitaniumQuads {
  private final Map<String, Document> documents = new HashMap<>();
  private final DocumentLoader loader;

  TitaniumQuads(Contexts contexts) {
    contexts.all().forEach((url, table) -> documents.put(url, document(table)));
    this.loader =
        (url, options) -> {
          Document known = documents.get(url.toString());
          if (known == null) {
            throw new JsonLdError(
                JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED, "unknown context " + url);
          }
          return known;
        };
  }

  private static Document document(TermTable table) {
    ObjectNode context = JsonNodeFactory.instance.objectNode();
    context.set("@context", table.toJson());
    return JsonDocument.of(JakartaJson.object(context));
  }

  /** The quads of a document that the walk has let pass. */
  Set<Quad> of(ObjectNode document) throws ProcessingFailed {
    JsonLdOptions options = new JsonLdOptions(loader);
    options.setUndefinedTermsPolicy(JsonLdOptions.ProcessingPolicy.Fail);
    Set<Quad> quads = new LinkedHashSet<>();
    try {
      JsonLd.toRdf(JsonDocument.of(JakartaJson.object(document)))
          .options(options)
          .provide(new Collector(quads));
      return quads;
    } catch (JsonLdError | RuntimeException e) {
      throw new ProcessingFailed(String.valueOf(e.getMessage()), e);
    }
  }

  private record Collector(Set<Quad> quads) implements RdfQuadConsumer {
    @Override
    public RdfQuadConsumer quad(
        String subject,
        String predicate,
        String object,
        @Nullable String datatype,
        @Nullable String language,
        @Nullable String direction,
        @Nullable String graph) {
      quads.add(new Quad(subject, predicate, object, datatype, language, graph));
      return this;
    }
  }
}
