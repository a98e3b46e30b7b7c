package org.vellum.credentials.openbadges;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.json.Fields;
import org.vellum.credentials.json.WireForm;

/**
 * Who accredited an issuer (Badge Extensions for Education 2.0, AccreditationProfile).
 *
 * @param accreditor the accrediting organization
 * @param contactInstructions how to ask it
 * @param logo the address of its emblem
 * @param areaServed where it accredits
 * @param accreditationDate the day from which the accreditation holds
 * @param educationalSector what it accredits, such as {@code Postsecondary}
 */
public record AccreditationProfile(
    Profile accreditor,
    String contactInstructions,
    @Nullable String logo,
    @Nullable String areaServed,
    @Nullable LocalDate accreditationDate,
    @Nullable String educationalSector)
    implements WireForm {
  /** Checks what the extension requires. */
  public AccreditationProfile {
    Vocabulary.requireText("AccreditationProfile.contactInstructions", contactInstructions);
    if (logo != null) {
      Vocabulary.requireAbsolute("AccreditationProfile.logo", logo);
    }
  }

  @Override
  public ObjectNode toJson() {
    return Fields.empty()
        .all(accreditor)
        .strings("type", List.of("Profile", "AccreditationProfile"))
        .put("contactInstructions", contactInstructions)
        .put("logo", logo)
        .put("areaServed", areaServed)
        .put("accreditationDate", accreditationDate == null ? null : accreditationDate.toString())
        .put("educationalSector", educationalSector)
        .node();
  }
}
