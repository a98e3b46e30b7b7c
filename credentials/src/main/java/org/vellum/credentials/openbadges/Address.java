package org.vellum.credentials.openbadges;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.json.Fields;
import org.vellum.credentials.json.WireForm;

/**
 * A postal address (Open Badges 3.0, Address).
 *
 * @param addressCountry the country in words
 * @param addressCountryCode the country (ISO 3166-1 alpha-2)
 * @param addressRegion the region within the country
 * @param addressLocality the town
 * @param streetAddress the lines before the town
 * @param postOfficeBoxNumber the number of a post office box
 * @param postalCode the postal code
 * @param geo where it is on the globe
 */
public record Address(
    @Nullable String addressCountry,
    @Nullable String addressCountryCode,
    @Nullable String addressRegion,
    @Nullable String addressLocality,
    @Nullable String streetAddress,
    @Nullable String postOfficeBoxNumber,
    @Nullable String postalCode,
    @Nullable GeoCoordinates geo)
    implements WireForm {

  @Override
  public ObjectNode toJson() {
    return Fields.empty()
        .strings("type", List.of("Address"))
        .put("addressCountry", addressCountry)
        .put("addressCountryCode", addressCountryCode)
        .put("addressRegion", addressRegion)
        .put("addressLocality", addressLocality)
        .put("streetAddress", streetAddress)
        .put("postOfficeBoxNumber", postOfficeBoxNumber)
        .put("postalCode", postalCode)
        .put("geo", geo)
        .node();
  }
}
