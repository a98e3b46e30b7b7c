package org.vellum.transcript.issuing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.vellum.platform.pages.Page;
import org.vellum.platform.security.Caller;
import org.vellum.platform.security.Roles;
import org.vellum.platform.usecase.Component;

/** Lets records be announced again, for services that came later, such as search. */
@Component
@Path("/records/announcements")
public class AnnouncementsResource {
  /** After this time an answer says how far it is, and whoever asked goes on. */
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(10);

  @Inject private AnnounceRecords announceRecords;
  @Inject private PublishedRecords records;
  @Inject private Caller caller;

  /** What it is for, and the form that begins it. */
  @GET
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed({Roles.REGISTRAR, Roles.ADMIN})
  public Page page() {
    long remaining = records.countLearners(Optional.empty());
    return page(new AnnounceRecords.Progress(0, remaining, Optional.empty()), false);
  }

  /** Begins, or goes on, from the page. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed({Roles.REGISTRAR, Roles.ADMIN})
  public Page announceFromPage(@FormParam("after") @Nullable UUID after) {
    return page(announced(Optional.ofNullable(after)), true);
  }

  /**
   * Begins, or goes on where an answer ended.
   *
   * @param after what the answer before gave as {@code next}
   */
  @POST
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.REGISTRAR, Roles.ADMIN})
  public AnnounceRecords.Progress announce(@QueryParam("after") @Nullable UUID after) {
    return announced(Optional.ofNullable(after));
  }

  private AnnounceRecords.Progress announced(Optional<UUID> after) {
    long begin = System.nanoTime();
    AnnounceRecords.Progress progress = announceRecords.announce(caller.actor(), after);
    while (progress.next().isPresent() && System.nanoTime() - begin < PATIENCE) {
      progress = progress.and(announceRecords.announce(caller.actor(), progress.next()));
    }
    return progress;
  }

  private static Page page(AnnounceRecords.Progress progress, boolean begun) {
    return Page.of(
        "org/vellum/transcript/issuing/announcements",
        Map.of(
            "progress",
            progress,
            "begun",
            begun,
            "next",
            progress.next().map(UUID::toString).orElse("")));
  }
}
