package org.vellum.credentials.openbadges;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import org.vellum.credentials.json.Fields;
import org.vellum.credentials.json.WireForm;

/**
 * A place on the globe (Open Badges 3.0, GeoCoordinates; WGS 84).
 *
 * @param latitude degrees north, −90 to 90
 * @param longitude degrees east, −180 to 180
 */
public record GeoCoordinates(BigDecimal latitude, BigDecimal longitude) implements WireForm {
  /** Checks that it is on the globe. */
  public GeoCoordinates {
    if (latitude.abs().compareTo(BigDecimal.valueOf(90)) > 0
        || longitude.abs().compareTo(BigDecimal.valueOf(180)) > 0) {
      throw new IllegalArgumentException("no place on the globe: " + latitude + ", " + longitude);
    }
  }

  @Override
  public ObjectNode toJson() {
    // The standard makes this type a scalar.
    return Fields.empty()
        .put("type", "GeoCoordinates")
        .put("latitude", latitude)
        .put("longitude", longitude)
        .node();
  }
}
