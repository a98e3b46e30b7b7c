package org.vellum.transcript.home;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.vellum.platform.pages.Navigation;
import org.vellum.platform.pages.Page;
import org.vellum.platform.security.Caller;
import org.vellum.platform.usecase.Component;

/** The start page: what this is, and where to go from here. */
@Component
@Path("/")
public class HomeResource {
  @Inject private Navigation navigation;
  @Inject private Caller caller;

  @GET
  @Produces(MediaType.TEXT_HTML)
  @PermitAll
  public Page page() {
    Set<String> roles = caller.roles().collect(Collectors.toUnmodifiableSet());
    return Page.of(
        "org/vellum/transcript/home/home",
        Map.of(
            "links",
            navigation.forRoles(roles).stream().filter(link -> !link.roles().isEmpty()).toList()));
  }
}
