package org.vellum.competency.lti;

import jakarta.inject.Inject;
import java.util.UUID;
import org.vellum.platform.configuration.PlatformConfiguration;
import org.vellum.platform.usecase.Component;

/** The addresses of which tools are told. */
@Component
public class Addresses {
  private final PlatformConfiguration configuration;

  @Inject
  public Addresses(PlatformConfiguration configuration) {
    this.configuration = configuration;
  }

  /** An address below this part of the application. */
  public String of(String path) {
    return configuration.address(Lti.PATH + path).toString();
  }

  /** The line items of a class (AGS 2.0, {@code lineitems}). */
  public String lineItems(UUID context) {
    return of("/contexts/" + context + "/lineitems");
  }

  /** A line item ({@code id}). */
  public String lineItem(UUID context, UUID lineItem) {
    return lineItems(context) + "/" + lineItem;
  }

  /** The members of a class (NRPS 2.0, {@code context_memberships_url}). */
  public String memberships(UUID context) {
    return of("/contexts/" + context + "/memberships");
  }

  /** Where people come back to from a tool ({@code return_url}). */
  public String returns() {
    return of("/return");
  }

  /** Where a choice of content is sent (Deep Linking 2.0, {@code deep_link_return_url}). */
  public String deepLinks() {
    return of("/deep-links");
  }
}
