package org.vellum.competency.framework.versions;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vellum.competency.framework.Audience;
import org.vellum.competency.framework.Framework;
import org.vellum.competency.framework.Frameworks;
import org.vellum.competency.framework.ItemUse;
import org.vellum.competency.framework.Lineages;
import org.vellum.competency.framework.casepackage.CaseIdentifier;
import org.vellum.platform.configuration.PlatformConfiguration;
import org.vellum.platform.pages.Flash;
import org.vellum.platform.pages.Page;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.security.Caller;
import org.vellum.platform.security.Roles;
import org.vellum.platform.usecase.Component;

/** Discards a draft, once somebody has seen what goes with it and confirmed it. */
@Component
@Path("/frameworks/{framework}/draft/discard")
public class DiscardResource {
  static final String TEMPLATE = "org/vellum/competency/framework/versions/discard";

  /** So many uses of a draft's items are named. */
  private static final int SHOWN = 25;

  @Inject private DiscardDraft discardDraft;
  @Inject private Frameworks frameworks;
  @Inject private Lineages lineages;
  @Inject private VersionContents contents;
  @Inject private Instance<ItemUse> uses;
  @Inject private PlatformConfiguration configuration;
  @Inject private Caller caller;

  /**
   * Something that rests on an item of the draft.
   *
   * @param item identifier of the CFItem
   * @param name its statement, shortened
   * @param what what rests on it
   */
  public record Used(UUID item, String name, String what) {}

  /** What would go, and what rests on it. */
  @GET
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed(Roles.REGISTRAR)
  public Page page(@PathParam("framework") String framework) {
    Framework draft = draft(framework);
    Map<UUID, PackageCopy.Former> items = contents.formerItems(draft.identifier());
    List<Used> used =
        uses.stream()
            .flatMap(use -> use.listUses(items.keySet()).stream())
            .limit(SHOWN + 1)
            .map(use -> new Used(use.item(), title(items, use.item()), use.what()))
            .toList();
    return page(
        draft,
        lineages
            .findPredecessor(draft.identifier())
            .flatMap(former -> frameworks.find(former, Audience.of(caller))),
        items.size(),
        used);
  }

  private static String title(Map<UUID, PackageCopy.Former> items, UUID item) {
    PackageCopy.Former former = items.get(item);
    return former == null ? item.toString() : former.title();
  }

  static Page page(Framework draft, Optional<Framework> predecessor, int items, List<Used> used) {
    Map<String, Object> model = new HashMap<>();
    model.put("framework", draft);
    model.put("predecessor", predecessor);
    model.put("count", items);
    model.put("uses", used.stream().limit(SHOWN).toList());
    model.put("more", used.size() > SHOWN);
    return Page.of(TEMPLATE, model);
  }

  /**
   * Discards the draft.
   *
   * @param shown when it had last changed, as the page said
   */
  @POST
  @RolesAllowed(Roles.REGISTRAR)
  public Response discard(
      @PathParam("framework") String framework, @FormParam("shown") @Nullable String shown) {
    Framework draft = draft(framework);
    return switch (discardDraft.discard(draft.identifier(), instant(shown), caller.actor())) {
      case DiscardDraft.Result.Discarded gone ->
          Flash.to(
              address(gone.predecessor().map(UUID::toString).orElse("")),
              "The draft of “" + gone.was().title() + "” is discarded.");
      case DiscardDraft.Result.Changed changed ->
          Flash.to(
              address(draft.identifier() + "/draft/discard"),
              "Somebody changed the draft meanwhile; nothing was done. Look at it as it is now.");
      case DiscardDraft.Result.Adopted adopted -> throw adopted();
      case DiscardDraft.Result.Unknown unknown -> throw unknown();
    };
  }

  private Framework draft(String framework) {
    Framework found =
        CaseIdentifier.parse(framework)
            .flatMap(known -> frameworks.find(known, Audience.of(caller)))
            .orElseThrow(DiscardResource::unknown);
    if (!found.draft()) {
      throw adopted();
    }
    return found;
  }

  private static Instant instant(@Nullable String shown) {
    try {
      return Instant.parse(shown == null ? "" : shown);
    } catch (DateTimeException e) {
      throw Problem.of(400, "Not confirmed", "The page says when the draft had last changed.")
          .exception();
    }
  }

  private URI address(String below) {
    return configuration.address("/competency/frameworks" + (below.isEmpty() ? "" : "/" + below));
  }

  private static RuntimeException unknown() {
    return Problem.of(404, "Unknown framework", "There is no such framework.").exception();
  }

  private static RuntimeException adopted() {
    return Problem.of(
            409, "Not a draft", "The framework is adopted. What was in force is never discarded.")
        .exception();
  }
}
