package org.vellum.transcript.issuer;

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
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vellum.platform.pages.Flash;
import org.vellum.platform.pages.Page;
import org.vellum.platform.security.Caller;
import org.vellum.platform.security.Roles;
import org.vellum.platform.usecase.Component;

/** The issuer's keys in the administrator's hands: listed, replaced, marked as compromised. */
@Component
@Path("/issuer/keys")
public class KeysResource {
  private static final URI KEYS = URI.create("/issuer/keys");

  @Inject private Issuer issuer;
  @Inject private SigningKeys keys;
  @Inject private KeysPage page;
  @Inject private RotateKey rotateKey;
  @Inject private CompromiseKey compromiseKey;
  @Inject private Caller caller;

  /**
   * What a program sends to mark a key.
   *
   * @param key verification method
   * @param since the earliest instant at which it may have been in foreign hands
   * @param reason why, 1 to 500 characters
   */
  public record Marking(@Nullable String key, @Nullable Instant since, @Nullable String reason) {}

  /**
   * What a program is told of a key that it marked.
   *
   * @param key verification method
   * @param since since when nothing that it signed is to be believed
   * @param replacement the key that signs now, if this one did
   */
  public record Marked(String key, Instant since, Optional<String> replacement) {}

  @GET
  @Produces(MediaType.TEXT_HTML + ";qs=1.0")
  @RolesAllowed(Roles.ADMIN)
  public Page page() {
    return page.of();
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON + ";qs=0.9")
  @RolesAllowed(Roles.ADMIN)
  public List<SigningKey> list() {
    return keys.list(issuer.did());
  }

  /** Retires the key that signs and makes a new one. */
  @POST
  @RolesAllowed(Roles.ADMIN)
  public Response rotate() {
    String method = rotateKey.rotate(caller.actor());
    return Flash.to(KEYS, "A new key signs: " + method);
  }

  /** Marks a key from the page. */
  @POST
  @Path("compromises")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed(Roles.ADMIN)
  public Response markFromPage(
      @FormParam("key") @DefaultValue("") String key,
      @FormParam("since") @DefaultValue("") String since,
      @FormParam("reason") @DefaultValue("") String reason,
      @FormParam("confirmed") @DefaultValue("") String confirmed) {
    KeysPage.Filled filled = new KeysPage.Filled(key, since, reason);
    Optional<Instant> from = instant(since);
    if (from.isEmpty()) {
      return refused(filled, KeyRefusal.NO_TIME);
    }
    if (!confirmed.equals("yes")) {
      return refused(filled, KeyRefusal.NOT_CONFIRMED);
    }
    CompromiseKey.Result result = compromiseKey.compromise(caller.actor(), key, from.get(), reason);
    return KeyRefusal.of(result)
        .map(refusal -> refused(filled, refusal))
        .orElseGet(() -> Flash.to(KEYS, told(result)));
  }

  /** Marks a key for a program that acts for the administrator. */
  @POST
  @Path("compromises")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.ADMIN)
  public Marked mark(@Nullable Marking asked) {
    if (asked == null || asked.since() == null) {
      throw KeyRefusal.NO_TIME.problem().exception();
    }
    String key = asked.key() == null ? "" : asked.key();
    String reason = asked.reason() == null ? "" : asked.reason();
    CompromiseKey.Result result =
        compromiseKey.compromise(caller.actor(), key, asked.since(), reason);
    if (result instanceof CompromiseKey.Result.Compromised(var since, var replacement)) {
      return new Marked(key, since, replacement);
    }
    throw KeyRefusal.of(result).orElseThrow().problem().exception();
  }

  private Response refused(KeysPage.Filled filled, KeyRefusal refusal) {
    return Response.status(422).entity(page.of(filled, List.of(refusal))).build();
  }

  private static String told(CompromiseKey.Result result) {
    return result instanceof CompromiseKey.Result.Compromised done && done.replacement().isPresent()
        ? "The key is marked, and a new one signs. Publish again the records that it signed since."
        : "The key is marked. Publish again the records that it signed since.";
  }

  /** A day and time as browsers send them, in UTC. */
  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(LocalDateTime.parse(text.strip()).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
