package org.vellum.search.operation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.vellum.platform.pages.Flash;
import org.vellum.platform.pages.Page;
import org.vellum.platform.security.Roles;
import org.vellum.platform.usecase.Component;
import org.vellum.search.elasticsearch.ClusterView;

/** How it stands with the index of search. */
@Component
@Path("/index")
public class IndexResource {
  private static final URI HERE = URI.create("/search/index");

  @Inject private EntryRebuilds rebuilds;
  @Inject private ClusterView cluster;
  @Inject private Clock clock;

  /**
   * How it stands.
   *
   * @param counts what the database holds
   * @param entries how far its entries are built anew
   * @param cluster how it stands with the cluster, if one is connected
   */
  public record Standing(
      EntryRebuilds.Counts counts,
      Optional<EntryRebuilds.Progress> entries,
      Optional<ClusterView.Standing> cluster) {}

  /** The page. */
  @GET
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed(Roles.ADMIN)
  public Page page() {
    return IndexPage.of(standing());
  }

  /** The same, for a program. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.ADMIN)
  public Standing standing() {
    return new Standing(rebuilds.count(), rebuilds.find(), cluster.find());
  }

  /** Asks for an index to be built anew: {@code entries}, or {@code cluster}. */
  @POST
  @Path("rebuilds")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed(Roles.ADMIN)
  public Response rebuild(@FormParam("what") @DefaultValue("") String what) {
    if (what.equals("cluster") && cluster.find().isPresent()) {
      cluster.wishRebuild();
      return Flash.to(HERE, "The index of the cluster is about to be built anew.");
    }
    if (what.equals("entries")) {
      return Flash.to(
          HERE,
          rebuilds.ask(clock.instant())
              ? "The entries are about to be built anew."
              : "They are being built anew already.");
    }
    return Flash.to(HERE, "There is no such index here.");
  }
}
