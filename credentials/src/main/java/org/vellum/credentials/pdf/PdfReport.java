package org.vellum.credentials.pdf;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.verification.Check;
import org.vellum.credentials.verification.Finding;
import org.vellum.credentials.verification.Verdict;
import org.vellum.credentials.verification.VerificationReport;

/**
 * What is known about a PDF and the record in it.
 *
 * @param verdict the worst of the findings and of the record's report: what the pages show can be
 *     believed only if it is valid
 * @param findings what was found in the PDF itself
 * @param signatures its signatures, in the order of the file
 * @param attached the record in it; nothing if there is none
 * @param record the report of that record; null if there is none
 */
public record PdfReport(
    Verdict verdict,
    List<Finding> findings,
    List<PdfSignature> signatures,
    Optional<AttachedRecord> attached,
    @Nullable VerificationReport record) {

  /** Copies the lists. */
  public PdfReport {
    findings = List.copyOf(findings);
    signatures = List.copyOf(signatures);
  }

  static PdfReport of(
      List<Finding> findings,
      List<PdfSignature> signatures,
      Optional<AttachedRecord> attached,
      @Nullable VerificationReport record) {
    Verdict known = record == null ? Verdict.VALID : record.verdict();
    return new PdfReport(worst(findings, known), findings, signatures, attached, record);
  }

  private static Verdict worst(List<Finding> findings, Verdict known) {
    Verdict worst = known;
    for (Finding each : findings) {
      Verdict verdict = each.severity().verdict();
      worst = verdict.compareTo(worst) > 0 ? verdict : worst;
    }
    return worst;
  }

  /**
   * The report as that of the record, where the findings of the PDF stand with those of the
   * document. For those who show reports of credentials.
   */
  public VerificationReport asVerification() {
    List<Check> checks = new ArrayList<>();
    List<Finding> found = new ArrayList<>(findings);
    if (record != null) {
      found.addAll(record.check(Check.Kind.DOCUMENT).findings());
      checks.addAll(record.checks());
      checks.removeIf(each -> each.kind() == Check.Kind.DOCUMENT);
    }
    checks.addFirst(new Check(Check.Kind.DOCUMENT, worst(found, Verdict.VALID), found));
    return new VerificationReport(
        verdict,
        checks,
        record == null ? List.of() : record.signatures(),
        record == null ? List.of() : record.nested(),
        record == null ? List.of() : record.endorsements(),
        record == null ? null : record.credential(),
        "");
  }

  /**
   * The report for programs. Names are stable; new ones may be added. Its form: {@code
   * docs/standards/pdf.md}.
   */
  public ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("verdict", name(verdict));
    ArrayNode found = json.putArray("findings");
    for (Finding each : findings) {
      found
          .addObject()
          .put("severity", name(each.severity()))
          .put("code", each.code())
          .put("place", each.place())
          .put("message", each.message());
    }
    ArrayNode signed = json.putArray("signatures");
    for (PdfSignature each : signatures) {
      signed
          .addObject()
          .put("place", each.place())
          .put("format", each.format())
          .put("holds", each.holds())
          .put("coversAll", each.coversAll())
          .put("claimed", each.claimed() == null ? "" : each.claimed().toString())
          .put("signer", each.signer().orElse(""));
    }
    if (record != null) {
      json.set("record", record.toJson());
    }
    return json;
  }

  private static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
