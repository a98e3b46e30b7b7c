package org.vellum.credentials.elmo;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vellum.credentials.record.Attainment;
import org.vellum.credentials.record.Institution;
import org.vellum.credentials.record.Learner;
import org.vellum.credentials.record.LearnerRecord;
import org.vellum.credentials.xml.Branch;
import org.vellum.credentials.xml.XmlText;
import org.w3c.dom.Document;

/** Writes one record: a report of the institution, and one of each other that awarded something. */
final class ElmoWriter {
  private ElmoWriter() {}

  static Document write(LearnerRecord record) {
    String issued = XmlText.dateTime(record.issued());
    if (issued == null) {
      throw new IllegalArgumentException("a record of a year that ELMO cannot say");
    }
    Branch elmo = Branch.root(Elmo.NAMESPACE, "elmo", Elmo.NAMESPACE);
    elmo.text("generatedDate", issued);
    learner(elmo.child("learner"), record.learner());
    Set<Institution> issuers = new LinkedHashSet<>(Set.of(record.institution()));
    record.attainments().forEach(each -> issuers.add(issuer(each, record)));
    for (Institution issuer : issuers) {
      List<Attainment> own =
          record.attainments().stream()
              .filter(each -> issuer(each, record).equals(issuer))
              .toList();
      Branch report = elmo.child("report");
      issuer(report.child("issuer"), issuer);
      new ReportWriter(record, own).write(report, issued);
    }
    return elmo.document();
  }

  private static Institution issuer(Attainment attainment, LearnerRecord record) {
    return Optional.ofNullable(attainment.awardedBy()).orElse(record.institution());
  }

  private static void learner(Branch to, Learner learner) {
    Elmo.identifier(to, Elmo.URI, learner.id());
    learner.identifiers().stream()
        .filter(each -> each.salt() == null)
        .forEach(each -> Elmo.identifier(to, each.type(), each.value()));
    String full = Optional.ofNullable(learner.fullName()).orElse("").strip();
    int blank = full.lastIndexOf(' ');
    String given = blank < 0 ? "" : full.substring(0, blank);
    to.text("givenNames", token(Optional.ofNullable(learner.givenName()).orElse(given)));
    String family = full.substring(blank + 1);
    to.text("familyName", token(Optional.ofNullable(learner.familyName()).orElse(family)));
    to.text("bday", XmlText.date(learner.dateOfBirth()));
  }

  private static void issuer(Branch to, Institution institution) {
    Institution.Address address = institution.address();
    String country = address == null ? null : address.countryCode();
    to.text("country", country != null && country.matches("[A-Z]{2}") ? country : null);
    Elmo.identifier(to, Elmo.URI, institution.id());
    institution.identifiers().stream()
        .filter(each -> each.salt() == null)
        .forEach(each -> Elmo.identifier(to, each.type(), each.value()));
    to.text("title", token(institution.name()));
    to.text("url", token(Optional.ofNullable(institution.url()).orElse(institution.id())));
  }

  private static String token(String text) {
    return XmlText.token(text);
  }
}
