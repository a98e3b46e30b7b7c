package org.vellum.credentials.verification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.json.Fields;

/** Writes reports as JSON. */
final class ReportJson {
  private ReportJson() {}

  static ObjectNode of(VerificationReport report) {
    ObjectNode json =
        Fields.empty()
            .put("verdict", name(report.verdict()))
            .put("place", report.place())
            .put("credential", about(report.credential()))
            .node();
    ArrayNode checks = json.putArray("checks");
    report.checks().stream().filter(Check::isToldOf).forEach(check -> checks.add(check(check)));
    ArrayNode signatures = json.putArray("signatures");
    report.signatures().forEach(signature -> signatures.add(signature(signature)));
    reports(json, "nested", report.nested());
    reports(json, "endorsements", report.endorsements());
    return json;
  }

  /** {@code COULD_NOT_BE_CHECKED} as {@code could-not-be-checked}. */
  static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static void reports(ObjectNode json, String member, List<VerificationReport> reports) {
    if (!reports.isEmpty()) {
      ArrayNode array = json.putArray(member);
      reports.forEach(report -> array.add(of(report)));
    }
  }

  /** What the credential says of itself, whatever the verdict. */
  private static ObjectNode about(@Nullable JsonNode credential) {
    ObjectNode about = JsonNodeFactory.instance.objectNode();
    if (credential == null) {
      return about;
    }
    for (String member : List.of("id", "type", "name")) {
      JsonNode value = credential.path(member);
      if (!value.isMissingNode()) {
        about.set(member, value);
      }
    }
    JsonNode issuer = credential.path("issuer");
    JsonNode id = issuer.isObject() ? issuer.path("id") : issuer;
    if (id.isTextual()) {
      about.put("issuer", id.textValue());
    }
    return about;
  }

  private static ObjectNode check(Check check) {
    ObjectNode json =
        Fields.empty()
            .put("check", name(check.kind()))
            .put("verdict", name(check.verdict()))
            .node();
    ArrayNode findings = json.putArray("findings");
    for (Finding finding : check.findings()) {
      findings.add(
          Fields.empty()
              .put("severity", name(finding.severity()))
              .put("code", finding.code())
              .put("place", finding.place())
              .put("message", finding.message())
              .put("type", finding.problemType())
              .node());
    }
    return json;
  }

  private static ObjectNode signature(Signature signature) {
    return Fields.empty()
        .put("place", signature.place())
        .put("suite", signature.suite())
        .put("verificationMethod", signature.verificationMethod())
        .put("key", signature.key())
        .put("controller", signature.controller())
        .put("binding", name(signature.binding()))
        .put("covers", signature.covers())
        .put("digest", signature.digest())
        .node();
  }
}
