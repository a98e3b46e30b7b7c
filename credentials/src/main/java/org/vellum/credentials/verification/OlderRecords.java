package org.vellum.credentials.verification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.vellum.credentials.clr1.SignedClr;
import org.vellum.credentials.json.Pointer;
import org.vellum.credentials.openbadges2.AssertionCheck;
import org.vellum.credentials.openbadges2.CheckedAssertion;

/**
 * Judges records of CLR 1.0, and assertions and endorsements that come alone, hosted and signed,
 * with what is in them. The rules are those of Open Badges 2.0, of which {@link AssertionCheck}
 * decides; what stands in a record without a proof of its own is as good as the record, as far as
 * the publisher issued it.
 */
final class OlderRecords {
  private final AssertionCheck check;
  private int nestedLeft;

  OlderRecords(Library library, Instant at, int mostNested) {
    this.check = new AssertionCheck(OlderBadges.objects(library), at);
    this.nestedLeft = mostNested;
  }

  /**
   * What comes as JSON: it is worth what its own address says.
   *
   * @param voucher where it names who must host it
   */
  VerificationReport hosted(ObjectNode document, String voucher) {
    OlderReport report = new OlderReport(check.hosted(document, voucher), Pointer.ROOT);
    report.hosted();
    return whole(document, voucher, report);
  }

  /**
   * What comes as a JWS.
   *
   * @param voucher where it names who must have signed it
   */
  VerificationReport signed(String compact, ObjectNode document, String voucher) {
    OlderReport report = new OlderReport(check.signed(compact, voucher), Pointer.ROOT);
    report.signed(compact);
    return whole(document, voucher, report);
  }

  private VerificationReport whole(ObjectNode document, String voucher, OlderReport report) {
    Credential record = new Credential(document, Pointer.ROOT);
    Around around = new Around(document.at(voucher + "/id").asText(""), report);
    List<VerificationReport> assertions = new ArrayList<>();
    record
        .each("assertions")
        .forEach((place, each) -> assertions.add(unsigned(each, Kind.ASSERTION, around, place)));
    record
        .each("signedAssertions")
        .forEach((place, each) -> assertions.add(signed(each, Kind.ASSERTION, around, place)));
    return report.of(document, assertions, endorsements(record, around));
  }

  /** What can stand in a record, by where it names who speaks. */
  private enum Kind {
    ASSERTION(SignedClr.ISSUER),
    ENDORSEMENT(SignedClr.ENDORSER);

    private final String issuer;

    Kind(String issuer) {
      this.issuer = issuer;
    }
  }

  /**
   * The record around.
   *
   * @param publisher the id of who vouches for it
   * @param report what is known of it
   */
  private record Around(String publisher, OlderReport report) {}

  private List<VerificationReport> endorsements(Credential holder, Around around) {
    List<VerificationReport> reports = new ArrayList<>();
    holder
        .each("endorsements")
        .forEach((place, each) -> reports.add(unsigned(each, Kind.ENDORSEMENT, around, place)));
    holder
        .each("signedEndorsements")
        .forEach((place, each) -> reports.add(signed(each, Kind.ENDORSEMENT, around, place)));
    return reports;
  }

  private VerificationReport unsigned(JsonNode node, Kind kind, Around around, Pointer place) {
    if (nestedLeft-- <= 0) {
      return tooMany(place);
    }
    if (!(node instanceof ObjectNode object)) {
      return unread("structure-type", place, "no object");
    }
    boolean own = AssertionCheck.isSigned(object) || AssertionCheck.isHosted(object);
    CheckedAssertion checked =
        own ? check.hosted(object, kind.issuer) : check.inside(object, kind.issuer);
    OlderReport report = new OlderReport(checked, place);
    if (own) {
      report.hosted();
    } else {
      report.inside(around.publisher(), around.report());
    }
    return report.of(object, List.of(), deeper(object, kind, around, place));
  }

  private VerificationReport signed(JsonNode token, Kind kind, Around around, Pointer place) {
    if (nestedLeft-- <= 0) {
      return tooMany(place);
    }
    String compact = token.asText("");
    CheckedAssertion checked = check.signed(compact, kind.issuer);
    OlderReport report = new OlderReport(checked, place);
    report.signed(compact);
    ObjectNode document = checked.assertion();
    return document == null
        ? unread("not-a-token", place, "what should be a signed token is none")
        : report.of(document, List.of(), deeper(document, kind, around, place));
  }

  private List<VerificationReport> deeper(
      ObjectNode document, Kind kind, Around around, Pointer place) {
    return kind == Kind.ASSERTION
        ? endorsements(new Credential(document, place), around)
        : List.of();
  }

  private static VerificationReport tooMany(Pointer place) {
    String at = place.toString();
    return Unread.report(
        Severity.COULD_NOT_BE_CHECKED, "too-many-nested", at, "too much is in the record", at);
  }

  private static VerificationReport unread(String code, Pointer place, String message) {
    return Unread.report(Severity.ERROR, code, place.toString(), message, place.toString());
  }
}
