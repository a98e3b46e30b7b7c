package org.vellum.transcript.sharing;

import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.vellum.platform.usecase.Repository;

/** Which share answers which request of an employer. */
@Repository
class RequestedShares {
  private final Jdbi jdbi;
  private final ShareLinks links;

  @Inject
  RequestedShares(Jdbi jdbi, ShareLinks links) {
    this.jdbi = jdbi;
    this.links = links;
  }

  /** Whether a request was answered before. */
  boolean knows(UUID request) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "select exists (select 1 from transcript.requested_share where request = :request)")
            .bind("request", request)
            .mapTo(Boolean.class)
            .one());
  }

  void add(UUID request, UUID share, String employer) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                insert into transcript.requested_share (request, share, employer)
                values (:request, :share, :employer)
                """)
            .bind("request", request)
            .bind("share", share)
            .bind("employer", employer)
            .execute());
  }

  /** The address of the share that answers a request of this employer. */
  Optional<URI> findAddress(UUID request, String employer) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select s.id, s.sealed_token
                  from transcript.requested_share r
                  join transcript.share s on s.id = r.share
                 where r.request = :request and r.employer = :employer
                """)
            .bind("request", request)
            .bind("employer", employer)
            .map((row, context) ->
                links.open(row.getObject("id", UUID.class), row.getBytes("sealed_token")))
            .findOne()
            .flatMap(token -> token.map(links::address)));
  }
}
