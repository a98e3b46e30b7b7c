package org.vellum.transcript.home;

import java.util.List;
import java.util.Optional;

/**
 * A type of problem that any service may answer with.
 *
 * @param name last part of its address
 * @param status the HTTP status that it comes with
 * @param meaning what it says and what to do, in a sentence or two
 */
public record ProblemType(String name, int status, String meaning) {
  private static final List<ProblemType> ALL =
      List.of(
          new ProblemType(
              "bad-request", 400, "What was sent cannot be read: see the detail and correct it."),
          new ProblemType(
              "not-signed-in", 401, "This is for people who signed in, or needs an access token."),
          new ProblemType(
              "access-code-needed",
              401,
              "The share asks for an access code: send it in the header X-Access-Code."),
          new ProblemType(
              "wrong-access-code",
              403,
              "The access code is not right. After five wrong ones the share shows nothing for a"
                  + " quarter of an hour."),
          new ProblemType("not-allowed", 403, "Your role does not allow this."),
          new ProblemType(
              "form-not-from-this-site",
              403,
              "The form's proof of origin is missing or too old: load the page again and repeat."),
          new ProblemType(
              "not-found", 404, "There is nothing at this address, or nothing that you may see."),
          new ProblemType("not-possible", 405, "This address does not know this HTTP method."),
          new ProblemType("not-available-so", 406, "There is no answer in an accepted media type."),
          new ProblemType(
              "request-too-large", 413, "More was sent than is read; the detail says how much is."),
          new ProblemType("unknown-form", 415, "This address does not read this media type."),
          new ProblemType(
              "nothing-to-verify", 422, "No document to verify was sent, or it was not got."),
          new ProblemType(
              "bad-search", 422, "A search cannot be made so: the findings tell what to change."),
          new ProblemType(
              "search-too-narrow",
              422,
              "Fewer than five people lie within the filters of a search: leave one of them out."),
          new ProblemType(
              "bad-cursor",
              422,
              "The cursor was handed out for another search or to somebody else: begin anew."),
          new ProblemType(
              "too-many-requests", 429, "Too many requests came from your address: wait a while."),
          new ProblemType(
              "internal-error",
              500,
              "This is the server's fault; the detail names an incident to ask about."));

  static List<ProblemType> list() {
    return ALL;
  }

  static Optional<ProblemType> find(String name) {
    return ALL.stream().filter(type -> type.name().equals(name)).findFirst();
  }
}
