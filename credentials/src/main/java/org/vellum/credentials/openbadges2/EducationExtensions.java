package org.vellum.credentials.openbadges2;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.json.Fields;
import org.vellum.credentials.json.Lenient;
import org.vellum.credentials.openbadges.AccreditationProfile;
import org.vellum.credentials.openbadges.Address;
import org.vellum.credentials.openbadges.Assessment;
import org.vellum.credentials.openbadges.Profile;
import org.vellum.credentials.openbadges.ResultDescription;

/**
 * The Badge Extensions for Education 1.0, of an issuer and of a BadgeClass, beside their successors
 * of Open Badges 3.0.
 */
final class EducationExtensions {
  static final String ACCREDITATION = "extensions:IssuerAccreditation";
  static final String ASSESSMENT = "extensions:assessmentExtension";

  /** The prose writes the member in two ways. */
  private static final List<String> ASSESSMENTS =
      List.of(ASSESSMENT, "extensions:AssessmentExtension");

  private static final String ACCREDITATION_CONTEXT =
      "https://purl.imsglobal.org/spec/ob-accred/v1p0/context/";
  private static final String ASSESSMENT_CONTEXT =
      "https://purl.imsglobal.org/spec/ob-assessment/v1p0/context/";

  private EducationExtensions() {}

  /** Those that have what the extension requires; the others have no place in it. */
  static List<ObjectNode> accreditations(List<AccreditationProfile> accreditations) {
    List<ObjectNode> written = new ArrayList<>();
    for (AccreditationProfile each : accreditations) {
      Profile accreditor = each.accreditor();
      Address address = accreditor.address();
      if (accreditor.name() != null && accreditor.url() != null && address != null) {
        written.add(
            Fields.empty()
                .put("@context", ACCREDITATION_CONTEXT)
                .strings("type", List.of("Extension", ACCREDITATION))
                .put("name", accreditor.name())
                .put("contactInstructions", each.contactInstructions())
                .put("email", accreditor.email())
                .put("url", accreditor.url())
                .put("description", accreditor.description())
                .put("address", address(address))
                .put("logo", each.logo())
                .put("parentOrganization", parent(accreditor.parentOrg()))
                .put("areaServed", each.areaServed())
                .put("accreditationDate", day(each))
                .put("educationalSector", each.educationalSector())
                .node());
      }
    }
    return written;
  }

  private static @Nullable String day(AccreditationProfile accreditation) {
    return accreditation.accreditationDate() == null
        ? null
        : accreditation.accreditationDate().toString();
  }

  private static ObjectNode address(Address address) {
    return Fields.empty()
        .put("streetAddress", address.streetAddress())
        .put("addressLocality", address.addressLocality())
        .put("addressRegion", address.addressRegion())
        .put("addressCountry", address.addressCountry())
        .put("postalCode", address.postalCode())
        .node();
  }

  private static @Nullable ObjectNode parent(@Nullable Profile parent) {
    if (parent == null) {
      return null;
    }
    Address address = parent.address();
    return Fields.empty()
        .put("name", parent.name())
        .put("url", parent.url())
        .put("address", address == null ? null : address(address))
        .node();
  }

  /** Accreditors have no id in 1.0, so their web page stands for them. */
  static List<AccreditationProfile> accreditations(Lenient issuer) {
    List<AccreditationProfile> read = new ArrayList<>();
    for (Lenient each : issuer.list(ACCREDITATION)) {
      String url = each.text("url", "");
      if (Hosting.address(url).isPresent() && each.text("contactInstructions") != null) {
        Profile accreditor =
            Profile.builder(url)
                .name(each.text("name"))
                .url(url)
                .email(each.text("email"))
                .description(each.text("description"))
                .address(address(each))
                .parentOrg(parent(each.object("parentOrganization")))
                .build();
        String logo = each.text("logo", "");
        read.add(
            new AccreditationProfile(
                accreditor,
                each.text("contactInstructions", ""),
                Hosting.address(logo).isPresent() ? logo : null,
                each.text("areaServed"),
                each.date("accreditationDate"),
                each.text("educationalSector")));
      }
    }
    return read;
  }

  private static @Nullable Address address(Lenient owner) {
    Lenient address = owner.object("address");
    return address.isPresent()
        ? new Address(
            address.text("addressCountry"),
            null,
            address.text("addressRegion"),
            address.text("addressLocality"),
            address.text("streetAddress"),
            null,
            address.text("postalCode"),
            null)
        : null;
  }

  private static @Nullable Profile parent(Lenient parent) {
    String url = parent.text("url", "");
    return Hosting.address(url).isPresent()
        ? Profile.builder(url).name(parent.text("name")).url(url).address(address(parent)).build()
        : null;
  }

  /** The assessments among the results of an achievement; null if there are none. */
  static @Nullable ObjectNode assessments(String name, List<ResultDescription> results) {
    List<ObjectNode> written =
        results.stream()
            .flatMap(each -> Stream.ofNullable(each.assessment()))
            .map(EducationExtensions::assessment)
            .toList();
    return written.isEmpty()
        ? null
        : Fields.empty()
            .put("@context", ASSESSMENT_CONTEXT)
            .strings("type", List.of("Extension", "extensions:AssessmentExtension"))
            .put("description", name)
            .nodes("assessments", written)
            .node();
  }

  private static ObjectNode assessment(Assessment assessment) {
    ObjectNode written = assessment.toJson();
    written.set("type", written.remove("assessmentType"));
    return written;
  }

  /** Each assessment as a result that the achievement may have. */
  static List<ResultDescription> assessments(String badge, Lenient badgeClass) {
    List<ResultDescription> read = new ArrayList<>();
    for (String member : ASSESSMENTS) {
      for (Lenient each : badgeClass.object(member).list("assessments")) {
        Assessment assessment = assessment(each);
        if (assessment != null) {
          String id = badge + "#assessment-" + (read.size() + 1);
          read.add(
              ResultDescription.builder(id, assessment.description(), "Result")
                  .assessment(assessment)
                  .build());
        }
      }
    }
    return read;
  }

  private static @Nullable Assessment assessment(Lenient read) {
    try {
      return Assessment.read(read, "type");
    } catch (IllegalArgumentException e) {
      return null; // it lacks what 2.0 demands; told as a loss by who compares
    }
  }
}
