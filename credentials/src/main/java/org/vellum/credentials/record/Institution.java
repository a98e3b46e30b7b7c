package org.vellum.credentials.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who issues a record or an attainment.
 *
 * @param id a URI, such as a did:web
 * @param name the official name
 * @param url the website
 * @param email the address for questions
 * @param phone the telephone number for questions
 * @param address the postal address
 * @param identifiers numbers that registers gave, such as {@code ext:schac}, {@code ext:OPEID}
 */
public record Institution(
    String id,
    String name,
    @Nullable String url,
    @Nullable String email,
    @Nullable String phone,
    @Nullable Address address,
    List<Identifier> identifiers) {

  /** Copies the list. */
  public Institution {
    identifiers = List.copyOf(identifiers);
  }

  /**
   * A postal address.
   *
   * @param street the lines before the town
   * @param locality the town
   * @param region the state or province, as its code where it has one
   * @param postalCode the postal code
   * @param countryCode the country (ISO 3166-1 alpha-2)
   */
  public record Address(
      @Nullable String street,
      @Nullable String locality,
      @Nullable String region,
      @Nullable String postalCode,
      @Nullable String countryCode) {}
}
