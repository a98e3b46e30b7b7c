package org.vellum.credentials.verification;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.vellum.credentials.elmo.ElmoRecords;
import org.vellum.credentials.pesc.PescRecords;
import org.vellum.credentials.record.Converted;
import org.vellum.credentials.record.LearnerRecord;
import org.vellum.credentials.xml.Fault;
import org.vellum.credentials.xml.Seen;
import org.vellum.credentials.xmldsig.XmlVerification;
import org.w3c.dom.Document;

/**
 * One transcript under judgement.
 *
 * @param document the transcript, whole
 * @param place where it stands in a batch; empty for one that came alone
 */
record XmlTranscript(Document document, String place) {
  static boolean isBatch(Document document) {
    String namespace = String.valueOf(document.getDocumentElement().getNamespaceURI());
    return "AcademicRecordBatch".equals(document.getDocumentElement().getLocalName())
        && namespace.startsWith("urn:org:pesc:message:AcademicRecordBatch:");
  }

  VerificationReport report(XmlVerification verification, XmlIssuer issuer, Instant at) {
    Findings read = new Findings(Check.Kind.DOCUMENT);
    Findings issuers = new Findings(Check.Kind.ISSUER);
    Findings proof = new Findings(Check.Kind.PROOF);
    Findings validity = new Findings(Check.Kind.VALIDITY);
    List<Signature> signatures = List.of();
    String root = Seen.place(document.getDocumentElement());
    ObjectNode about = JsonNodeFactory.instance.objectNode();
    proof(verification, proof);
    try {
      LearnerRecord record = record().value();
      about = about(record);
      validity(record, at, root, validity);
      signatures = issuer.check(record.institution(), verification, root, issuers);
    } catch (IllegalArgumentException e) {
      XmlVerifier.add(read, Severity.ERROR, "unreadable", root, String.valueOf(e.getMessage()));
      XmlVerifier.add(
          issuers, Severity.COULD_NOT_BE_CHECKED, "unread", root, "it does not say who issued it");
    }
    Findings status = new Findings(Check.Kind.STATUS);
    XmlVerifier.add(
        status, Severity.REMARK, "no-status", root, "the format has no way to say a revocation");
    List<Check> checks =
        List.of(
            read.check(),
            new Findings(Check.Kind.SCHEMA).check(),
            new Findings(Check.Kind.CONTEXT).check(),
            issuers.check(),
            proof.check(),
            validity.check(),
            status.check(),
            new Findings(Check.Kind.REFRESH).check(),
            new Findings(Check.Kind.CREDENTIALS).check(),
            new Findings(Check.Kind.ENDORSEMENTS).check(),
            new Findings(Check.Kind.EVIDENCE).check());
    Verdict verdict = Verdict.worst(checks.stream().map(Check::verdict).toList());
    return new VerificationReport(verdict, checks, signatures, List.of(), List.of(), about, place);
  }

  private Converted<LearnerRecord> record() {
    return PescRecords.isTranscript(document.getDocumentElement())
        ? PescRecords.read(document)
        : ElmoRecords.read(document);
  }

  private ObjectNode about(LearnerRecord record) {
    ObjectNode about = JsonNodeFactory.instance.objectNode();
    about.put("id", record.id()).put("type", document.getDocumentElement().getLocalName());
    about.put("name", record.name());
    about
        .putObject("issuer")
        .put("id", record.institution().id())
        .put("name", record.institution().name());
    return about;
  }

  private static void proof(XmlVerification verification, Findings proof) {
    switch (verification) {
      case XmlVerification.Valid valid -> tell(valid.remarks(), Severity.REMARK, proof);
      case XmlVerification.Invalid invalid -> tell(invalid.faults(), Severity.ERROR, proof);
      case XmlVerification.CouldNotBeChecked unknown ->
          tell(unknown.faults(), Severity.COULD_NOT_BE_CHECKED, proof);
    }
  }

  private static void tell(List<Fault> faults, Severity severity, Findings proof) {
    faults.forEach(
        each -> XmlVerifier.add(proof, severity, each.code(), each.place(), each.message()));
  }

  private static void validity(LearnerRecord record, Instant at, String place, Findings validity) {
    Instant until = record.validUntil();
    if (at.isBefore(record.issued())) {
      String from = "it was not issued before " + record.issued();
      XmlVerifier.add(validity, Severity.ERROR, "not-yet-valid", place, from);
    }
    if (until != null && at.isAfter(until)) {
      XmlVerifier.add(validity, Severity.ERROR, "expired", place, "it expired at " + until);
    }
  }
}
