package org.vellum.credentials.verification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.resource.SchemaLoader;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.vellum.credentials.json.Pointer;

/**
 * Whether a credential follows the schemas that it names itself ({@code credentialSchema}; Open
 * Badges 3.0, 1EdTechJsonSchemaValidator2019; W3C VC JSON Schema, JsonSchema). A stranger's schema
 * cannot fetch anything, and its patterns cannot run for long.
 */
final class SchemaCheck {
  private static final Set<String> KINDS = Set.of("1EdTechJsonSchemaValidator2019", "JsonSchema");

  /** What the standards' own schemas say is asked of every credential, without fetching them. */
  private static final Pattern OF_THE_STANDARDS =
      Pattern.compile(
          "https://purl\\.imsglobal\\.org/spec/(?:ob/v3p0|clr/v2p0)/schema/json/[a-z0-9_]+\\.json");

  private static final int MOST_SCHEMAS = 10;
  private static final int MOST_FINDINGS = 20;

  private final Library library;

  SchemaCheck(Library library) {
    this.library = library;
  }

  Check check(Credential credential) {
    Findings findings = new Findings(Check.Kind.SCHEMA);
    credential.each("credentialSchema").entrySet().stream()
        .limit(MOST_SCHEMAS)
        .forEach(entry -> check(credential, entry.getValue(), entry.getKey(), findings));
    return findings.check();
  }

  private void check(Credential credential, JsonNode named, Pointer place, Findings findings) {
    if (!KINDS.contains(named.path("type").asText())) {
      findings.note("unsupported-schema", place, "a schema of a kind that is not known here");
      return;
    }
    String id = named.path("id").asText("");
    if (OF_THE_STANDARDS.matcher(id).matches()) {
      return;
    }
    Optional<URI> url = url(id);
    if (url.isEmpty()) {
      findings.unknown("malformed-schema", place, "the schema has no web address");
      return;
    }
    switch (library.get(url.get())) {
      case Library.Loan.Refused refused ->
          findings.unknown("schema-" + refused.code(), place, refused.why());
      case Library.Loan.Lent lent -> {
        byte[] body = library.bytes(url.get()).orElseThrow();
        if (Digests.disagree(named, body)) {
          findings.invalid("schema-changed", place, "the schema is not the one that was signed");
        } else {
          validate(credential, url.get(), lent.document(), place, findings);
        }
      }
    }
  }

  private static void validate(
      Credential credential, URI url, ObjectNode text, Pointer place, Findings findings) {
    BoundedPatterns patterns = new BoundedPatterns();
    try {
      ObjectNode content = credential.tree();
      List<Error> errors = schema(url, text, patterns).validate(content);
      if (patterns.isExhausted()) {
        findings.unknown("schema-too-slow", place, "the schema's patterns take too long");
        return;
      }
      for (Error error : errors.subList(0, Math.min(errors.size(), MOST_FINDINGS))) {
        findings.add(
            Severity.ERROR,
            "schema-" + error.getKeyword(),
            credential.place() + error.getInstanceLocation().toString(),
            error.getMessage());
      }
    } catch (RuntimeException | StackOverflowError e) {
      // Whatever a stranger's schema makes the library throw, it says nothing about the credential.
      findings.unknown(
          "schema-unreadable", place, "the schema is none, or needs others to be read");
    }
  }

  private static Schema schema(URI url, ObjectNode text, BoundedPatterns patterns) {
    SchemaRegistryConfig config =
        SchemaRegistryConfig.builder().regularExpressionFactory(patterns).build();
    SchemaRegistry registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder ->
                builder
                    .schemaRegistryConfig(config)
                    .schemaLoader(new SchemaLoader(List.of(), List.of())));
    return registry.getSchema(SchemaLocation.of(url.toString()), text);
  }

  private static Optional<URI> url(String written) {
    try {
      URI url = new URI(written);
      boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
      return web ? Optional.of(url) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
