package org.vellum.credentials.openbadges;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.json.Lenient;
import org.vellum.credentials.json.Remark;
import org.vellum.credentials.json.WireForm;

/**
 * Reads credentials of Open Badges 3.0 into the model, leniently: times without a zone, single
 * values for lists, an IRI for a Profile, the dates of the Data Model 1.1. A part that the standard
 * forbids is left out of the model, never repaired. Whether a credential is genuine is not asked
 * here.
 */
public final class CredentialReader {
  private CredentialReader() {}

  /** Reads an AchievementCredential. */
  public static ReadCredential<AchievementCredential> badge(ObjectNode tree) {
    Lenient read = Lenient.of(tree);
    return read(
        tree,
        () -> {
          AchievementSubject subject = SubjectReader.subject(read.object("credentialSubject"));
          String name = read.text("name", subject.achievement().name());
          AchievementCredential.Builder builder =
              AchievementCredential.builder(
                      read.text("id", ""), name, issuer(read), validFrom(read), subject)
                  .image(Parts.image(read, "image"))
                  .endorsement(read.nodes("endorsement"))
                  .endorsementJwt(read.texts("endorsementJwt"));
          return details(builder, read).build();
        });
  }

  /** Reads an EndorsementCredential. */
  public static ReadCredential<EndorsementCredential> endorsement(ObjectNode tree) {
    Lenient read = Lenient.of(tree);
    return read(
        tree,
        () -> {
          Lenient what = read.object("credentialSubject");
          EndorsementSubject subject =
              new EndorsementSubject(what.text("id", ""), what.text("endorsementComment"));
          EndorsementCredential.Builder builder =
              EndorsementCredential.builder(
                  read.text("id", ""),
                  read.text("name", ""),
                  issuer(read),
                  validFrom(read),
                  subject);
          return details(builder, read).build();
        });
  }

  private static <T extends WireForm> ReadCredential<T> read(ObjectNode tree, Supplier<T> reading) {
    try {
      T credential = reading.get();
      return new ReadCredential<>(credential, tree, Unmodelled.in(tree, credential.toJson()));
    } catch (IllegalArgumentException e) {
      String why = Objects.requireNonNullElse(e.getMessage(), "a part is missing");
      List<Remark> remarks = new ArrayList<>();
      remarks.add(new Remark("not-read", "", "not a credential of this kind: " + why));
      return new ReadCredential<>(null, tree, remarks);
    }
  }

  private static Profile issuer(Lenient read) {
    Profile issuer = ProfileReader.profile(read, "issuer");
    if (issuer == null) {
      throw new IllegalArgumentException("there is no issuer");
    }
    return issuer;
  }

  private static Instant validFrom(Lenient read) {
    Instant from = either(read.instant("validFrom"), read.instant("issuanceDate"));
    if (from == null) {
      throw new IllegalArgumentException("there is no date of issue");
    }
    return from;
  }

  private static @Nullable Instant either(@Nullable Instant one, @Nullable Instant other) {
    return one == null ? other : one;
  }

  private static <B extends CredentialBuilder<B>> B details(B builder, Lenient read) {
    return builder
        .description(read.text("description"))
        .awardedDate(read.instant("awardedDate"))
        .validUntil(either(read.instant("validUntil"), read.instant("expirationDate")))
        .credentialStatus(read.nodes("credentialStatus").stream().findFirst().orElse(null))
        .credentialSchema(
            Parts.of(read, "credentialSchema", each -> new CredentialSchema(each.text("id", ""))))
        .refreshService(
            Parts.of(read, "refreshService", each -> new RefreshService(each.text("id", ""))))
        .termsOfUse(
            Parts.list(
                read, "termsOfUse", each -> new TermsOfUse(each.text("id"), each.text("type", ""))))
        .evidence(Parts.list(read, "evidence", Parts::evidence));
  }
}
