package org.vellum.transcript.issuing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vellum.platform.pages.Flash;
import org.vellum.platform.pages.Page;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.security.Caller;
import org.vellum.platform.security.Roles;
import org.vellum.platform.usecase.Component;
import org.vellum.transcript.issuer.Issuer;
import org.vellum.transcript.status.RevokeCredential;

/** A learner's record in the registrar's hands: what is in it, publishing it, revoking. */
@Component
@Path("/records/{learner}")
public class LearnerRecordsResource {
  @Inject private LearnerRecords records;
  @Inject private PublishRecord publishRecord;
  @Inject private RevokeCredential revokeCredential;
  @Inject private Issuer issuer;
  @Inject private Caller caller;

  /**
   * What a program is told of a published record.
   *
   * @param id the credential's id
   * @param version counts the learner's records from 1
   * @param outcome {@code published}, {@code unchanged} or {@code emptied}
   */
  public record Publication(String id, int version, String outcome) {}

  @GET
  @Produces(MediaType.TEXT_HTML + ";qs=1.0")
  @RolesAllowed(Roles.REGISTRAR)
  public Page page(@PathParam("learner") UUID learner) {
    return Page.of("org/vellum/transcript/issuing/record", Map.of("record", record(learner)));
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON + ";qs=0.9")
  @RolesAllowed(Roles.REGISTRAR)
  public LearnerRecord record(@PathParam("learner") UUID learner) {
    return records.find(learner).orElseThrow(() -> unknown().exception());
  }

  /** Publishes from the page. */
  @POST
  @Path("publications")
  @Produces(MediaType.TEXT_HTML + ";qs=1.0")
  @RolesAllowed(Roles.REGISTRAR)
  public Response publishFromPage(@PathParam("learner") UUID learner) {
    String message =
        switch (publishRecord.publish(caller.actor(), learner)) {
          case PublishRecord.Result.Published done -> told(done);
          case PublishRecord.Result.Unchanged same ->
              "Nothing has changed: version " + same.record().version() + " stays current.";
          case PublishRecord.Result.Emptied emptied ->
              "Nothing stands any more: version " + emptied.record().version() + " is revoked.";
          case PublishRecord.Result.NothingStands nothing ->
              "There is nothing to publish for this learner.";
          case PublishRecord.Result.UnknownLearner unknown -> throw unknown().exception();
        };
    return Flash.to(page(learner.toString()), message);
  }

  /** Publishes for a program that acts for the registrar. */
  @POST
  @Path("publications")
  @Produces(MediaType.APPLICATION_JSON + ";qs=0.9")
  @RolesAllowed(Roles.REGISTRAR)
  public Response publish(@PathParam("learner") UUID learner) {
    return switch (publishRecord.publish(caller.actor(), learner)) {
      case PublishRecord.Result.Published done ->
          Response.status(201)
              .location(issuer.credentialUrl(done.record().id()))
              .entity(publication(done.record(), "published"))
              .build();
      case PublishRecord.Result.Unchanged same ->
          Response.ok(publication(same.record(), "unchanged")).build();
      case PublishRecord.Result.Emptied emptied ->
          Response.ok(publication(emptied.record(), "emptied")).build();
      case PublishRecord.Result.NothingStands nothing ->
          throw Problem.of(
                  409, "Nothing to publish", "The learner has achieved nothing that stands.")
              .exception();
      case PublishRecord.Result.UnknownLearner unknown -> throw unknown().exception();
    };
  }

  /** Revokes a published record or one achievement of it. */
  @POST
  @Path("revocations")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed(Roles.REGISTRAR)
  public Response revoke(
      @PathParam("learner") UUID learner,
      @FormParam("credential") @Nullable UUID credential,
      @FormParam("reason") @DefaultValue("") String reason) {
    if (credential == null || !records.owns(learner, credential)) {
      throw unknownCredential().exception();
    }
    return switch (revokeCredential.revoke(caller.actor(), credential, reason)) {
      case RevokeCredential.Result.Revoked done ->
          Flash.to(page(learner.toString()), "Revoked. Whoever verifies it now sees the reason.");
      case RevokeCredential.Result.AlreadyRevoked before ->
          Flash.to(page(learner.toString()), "It was revoked before; nothing was changed.");
      case RevokeCredential.Result.BadReason bad ->
          throw Problem.of(422, "Bad reason", "Give a reason of 1 to 500 characters.").exception();
      case RevokeCredential.Result.UnknownCredential unknown ->
          throw unknownCredential().exception();
    };
  }

  private static String told(PublishRecord.Result.Published done) {
    return "Published as version %d: %d signed, %d taken over, %d revoked."
        .formatted(done.record().version(), done.signed(), done.reused(), done.revoked());
  }

  private Publication publication(PublishedRecord record, String outcome) {
    return new Publication(issuer.credentialUrl(record.id()).toString(), record.version(), outcome);
  }

  private static URI page(String learner) {
    return URI.create("/records/" + learner);
  }

  private static Problem unknown() {
    return Problem.of(404, "Unknown learner", "The roster has not told of this learner.");
  }

  private static Problem unknownCredential() {
    return Problem.of(404, "Unknown credential", "No such credential was issued to this learner.");
  }
}
