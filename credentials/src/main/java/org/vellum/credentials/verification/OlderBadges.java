package org.vellum.credentials.verification;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.vellum.credentials.json.Pointer;
import org.vellum.credentials.openbadges2.AssertionCheck;
import org.vellum.credentials.openbadges2.BadgeObjects;
import org.vellum.credentials.openbadges2.CheckedAssertion;

/**
 * Judges assertions of Open Badges 2.0, hosted and signed. What is found is found by {@link
 * AssertionCheck}; here it only gets the form of a report.
 */
final class OlderBadges {
  private final AssertionCheck check;

  OlderBadges(Library library, Instant at) {
    this.check = new AssertionCheck(objects(library), at);
  }

  /** The hosted objects of Open Badges 2.0, out of the documents of one verification. */
  static BadgeObjects objects(Library library) {
    return address ->
        switch (library.get(address)) {
          case Library.Loan.Refused(var code, var why) when code.equals("gone") ->
              new BadgeObjects.Answer.Gone();
          case Library.Loan.Refused refused -> found(library, address, refused.why());
          case Library.Loan.Lent lent -> found(library, address, "");
        };
  }

  /** What is no JSON was found all the same, and is told to be none. */
  private static BadgeObjects.Answer found(Library library, URI address, String why) {
    return library
        .bytes(address)
        .<BadgeObjects.Answer>map(BadgeObjects.Answer.Found::new)
        .orElseGet(() -> new BadgeObjects.Answer.NotFound(why));
  }

  /** An assertion that comes as JSON: it is worth what its own address says. */
  VerificationReport hosted(ObjectNode assertion) {
    CheckedAssertion checked = check.hosted(assertion);
    OlderReport report = new OlderReport(checked, Pointer.ROOT);
    report.hosted();
    return report.of(assertion, List.of(), List.of());
  }

  /** An assertion that comes as a JWS. */
  VerificationReport signed(String compact, ObjectNode assertion) {
    OlderReport report = new OlderReport(check.signed(compact), Pointer.ROOT);
    report.signed(compact);
    return report.of(assertion, List.of(), List.of());
  }
}
