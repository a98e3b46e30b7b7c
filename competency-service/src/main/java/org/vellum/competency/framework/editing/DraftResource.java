package org.vellum.competency.framework.editing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.vellum.competency.framework.Audience;
import org.vellum.competency.framework.Framework;
import org.vellum.competency.framework.casepackage.CaseClass;
import org.vellum.competency.framework.editing.DraftPages.Shown;
import org.vellum.platform.configuration.PlatformConfiguration;
import org.vellum.platform.pages.Flash;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.security.Caller;

/** What the resources of a draft have in common: whom they ask, and how they answer. */
abstract class DraftResource {
  private static final String TOO_LATE =
      "Somebody changed this meanwhile; nothing was done. Look at it as it is now.";

  @Inject private Drafts drafts;
  @Inject private DraftPages pages;
  @Inject private FormReading reading;
  @Inject private PlatformConfiguration configuration;
  @Inject private Caller caller;
  @Context private HttpServletRequest request;

  Framework draft(String framework) {
    return drafts.get(framework, Audience.of(caller));
  }

  String actor() {
    return caller.actor();
  }

  /** A parameter of the form, or an empty text. */
  String sent(String name) {
    return Optional.ofNullable(request.getParameter(name)).orElse("");
  }

  /** Reads the form of an object, as it was sent. */
  Form.Read read(Framework draft, CaseClass type, ObjectNode base) {
    return reading.read(draft, type, base, request.getParameterMap());
  }

  /** The item of the draft that a person names. */
  Node item(Framework draft, String named) {
    return reading.item(draft, named);
  }

  /** Below what an item is to stand. */
  Node parent(Framework draft, String named) {
    return reading.parent(draft, named);
  }

  /** The answer to a form that was sent. */
  Response answer(Shown shown, UUID identifier, EditDraft.Result result) {
    return switch (result) {
      case EditDraft.Result.Changed changed ->
          Flash.to(object(shown, identifier), "Saved. It can be undone in the history.");
      case EditDraft.Result.Refused refused -> again(shown.refused(refused.findings()), 422);
      case EditDraft.Result.Lost lost ->
          lost.theirs()
              .filter(theirs -> lost.mine().identifier().equals(identifier))
              .map(theirs ->
                  again(shown.lost(StoredObjects.sent(theirs), theirs.fingerprint()), 409))
              .orElseThrow(() -> Problem.of(409, "Changed meanwhile", TOO_LATE).exception());
      case EditDraft.Result.Adopted adopted -> throw Drafts.adopted();
      case EditDraft.Result.Unknown unknown -> throw Drafts.unknown();
    };
  }

  /** The form once more, with what was sent and why it was not kept. */
  Response again(Shown shown, int status) {
    return Response.status(status).entity(pages.form(shown, "")).build();
  }

  /** The answer to an act without a form of its own. */
  Response answer(Supplier<URI> next, String done, EditDraft.Result result) {
    return switch (result) {
      case EditDraft.Result.Changed changed -> Flash.to(next.get(), done);
      case EditDraft.Result.Refused refused ->
          throw Problem.of(
                  422, "Not possible", refused.findings().getFirst().message(), refused.findings())
              .exception();
      case EditDraft.Result.Lost lost -> Flash.to(next.get(), TOO_LATE);
      case EditDraft.Result.Adopted adopted -> throw Drafts.adopted();
      case EditDraft.Result.Unknown unknown -> throw Drafts.unknown();
    };
  }

  URI framework(UUID framework) {
    return configuration.address("/competency/frameworks/" + framework);
  }

  URI page(UUID framework, String below) {
    return configuration.address("/competency/frameworks/" + framework + "/" + below);
  }

  private URI object(Shown shown, UUID identifier) {
    return page(
        shown.framework().identifier(), "draft/" + shown.type().collection() + "/" + identifier);
  }
}
