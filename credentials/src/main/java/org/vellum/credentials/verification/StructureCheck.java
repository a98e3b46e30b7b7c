package org.vellum.credentials.verification;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vellum.credentials.json.EmptyMembers;

/**
 * Whether a credential has the members that its type demands, by schemas in our own words. Nested
 * credentials are left to their own checks. Vocabularies stay open: a stranger's extension is no
 * fault.
 */
final class StructureCheck {
  private static final int MOST_FINDINGS = 50;
  private static final String BASE = "https://vellum.invalid/schema/";

  private final Map<String, Schema> schemas = new LinkedHashMap<>();
  private final Schema any;

  StructureCheck() {
    String definitions = resource();
    SchemaRegistry registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemas(Map.of(BASE + "credentials", definitions)));
    this.any = schema(registry, "credential");
    schemas.put("OpenBadgeCredential", schema(registry, "achievementCredential"));
    schemas.put("AchievementCredential", schema(registry, "achievementCredential"));
    schemas.put("ClrCredential", schema(registry, "clrCredential"));
    schemas.put("EndorsementCredential", schema(registry, "endorsementCredential"));
    schemas.put("StatusList2021Credential", schema(registry, "statusListCredential"));
    schemas.put("BitstringStatusListCredential", schema(registry, "statusListCredential"));
  }

  private static Schema schema(SchemaRegistry registry, String definition) {
    return registry.getSchema(SchemaLocation.of(BASE + "credentials#/$defs/" + definition));
  }

  void check(Credential credential, Findings findings) {
    Schema schema = any;
    for (Map.Entry<String, Schema> entry : schemas.entrySet()) {
      schema = credential.is(entry.getKey()) ? entry.getValue() : schema;
    }
    List<Error> errors = schema.validate(credential.tree());
    for (Error error : errors.subList(0, Math.min(errors.size(), MOST_FINDINGS))) {
      findings.add(
          Severity.ERROR,
          "structure-" + error.getKeyword(),
          credential.place() + error.getInstanceLocation().toString(),
          error.getMessage());
    }
    for (String place : EmptyMembers.in(credential.tree())) {
      findings.add(
          Severity.ERROR,
          "empty",
          credential.place() + place,
          "null or an empty array, which must be left out and which no signature covers");
    }
  }

  private static String resource() {
    try (InputStream stream = StructureCheck.class.getResourceAsStream("credentials.schema.json")) {
      if (stream == null) {
        throw new IllegalStateException("the schema of credentials is missing");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
