package org.vellum.competency.framework.editing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.vellum.competency.framework.Audience;
import org.vellum.competency.framework.Framework;
import org.vellum.competency.framework.FrameworkPages;
import org.vellum.competency.framework.Lineages;
import org.vellum.competency.framework.versions.Comparison;
import org.vellum.platform.configuration.PlatformConfiguration;
import org.vellum.platform.pages.Flash;
import org.vellum.platform.pages.Page;
import org.vellum.platform.security.Caller;
import org.vellum.platform.security.Roles;
import org.vellum.platform.usecase.Component;

/**
 * The review of a draft: registrars give it to the faculty, who then read it here, and nowhere
 * else, and say what they think of it.
 */
@Component
@Path("/frameworks/{framework}/review")
public class ReviewResource {
  @Inject private Drafts drafts;
  @Inject private Comments comments;
  @Inject private ReviewDraft reviewDraft;
  @Inject private FormReading reading;
  @Inject private FrameworkPages pages;
  @Inject private Lineages lineages;
  @Inject private Comparison comparison;
  @Inject private PlatformConfiguration configuration;
  @Inject private Caller caller;

  /** The draft as reviewers read it, what is different in it, and what was said. */
  @GET
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed({Roles.REGISTRAR, Roles.FACULTY})
  public Page page(
      @PathParam("framework") String identifier,
      @QueryParam("item") @DefaultValue("") String item) {
    Framework draft = draft(identifier);
    Map<String, Object> model = new HashMap<>();
    model.put("framework", draft);
    model.put("item", item);
    model.put("registrar", caller.has(Roles.REGISTRAR));
    model.put("open", comments.inReview(draft.identifier()));
    model.put("items", pages.listInOrder(draft));
    model.put("comments", comments.list(draft.identifier(), Optional.empty()));
    model.put(
        "compared",
        lineages
            .findPredecessor(draft.identifier())
            .flatMap(former -> comparison.find(former, draft.identifier(), Audience.REGISTRARS)));
    return Page.of(DraftPages.FOLDER + "review", model);
  }

  /** Gives the draft to the faculty, or takes it back. */
  @POST
  @RolesAllowed(Roles.REGISTRAR)
  public Response open(
      @PathParam("framework") String identifier,
      @FormParam("open") @DefaultValue("false") boolean open) {
    Framework draft = draft(identifier);
    reviewDraft.review(
        draft.identifier(),
        open ? new ReviewDraft.Act.Open() : new ReviewDraft.Act.Close(),
        caller.actor());
    return Flash.to(
        configuration.address("/competency/frameworks/" + draft.identifier() + "/review"),
        open ? "The faculty may now read this draft here." : "The review is closed.");
  }

  /** Says something of an item, or of the whole. */
  @POST
  @Path("comments")
  @RolesAllowed({Roles.REGISTRAR, Roles.FACULTY})
  public Response say(
      @PathParam("framework") String identifier,
      @FormParam("item") @DefaultValue("") String item,
      @FormParam("text") @DefaultValue("") String text) {
    Framework draft = draft(identifier);
    Optional<UUID> of =
        item.isBlank()
            ? Optional.empty()
            : Optional.of(UUID.fromString(reading.item(draft, item).identifier()));
    ReviewDraft.Act act = new ReviewDraft.Act.Say(of, text);
    return answered(draft, reviewDraft.review(draft.identifier(), act, caller.actor()));
  }

  /** Settles a comment. */
  @POST
  @Path("comments/{comment}/settle")
  @RolesAllowed({Roles.REGISTRAR, Roles.FACULTY})
  public Response settle(
      @PathParam("framework") String identifier, @PathParam("comment") UUID comment) {
    Framework draft = draft(identifier);
    ReviewDraft.Act act = new ReviewDraft.Act.Settle(comment);
    return answered(draft, reviewDraft.review(draft.identifier(), act, caller.actor()));
  }

  private Response answered(Framework draft, ReviewDraft.Result result) {
    return Flash.to(
        configuration.address("/competency/frameworks/" + draft.identifier() + "/review#comments"),
        switch (result) {
          case DONE -> "Noted.";
          case NOTHING -> "There was nothing to note.";
          case TOO_LONG -> "Not noted: a comment has at most 4,000 characters.";
        });
  }

  /** The draft, for registrars always and for the faculty while it is in review. */
  private Framework draft(String identifier) {
    UUID known = Drafts.identifier(identifier);
    boolean mayRead = caller.has(Roles.REGISTRAR) || comments.inReview(known);
    return drafts.get(identifier, mayRead ? Audience.REGISTRARS : Audience.EVERYONE);
  }
}
