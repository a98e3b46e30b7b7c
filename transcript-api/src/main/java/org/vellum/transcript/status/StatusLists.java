package org.vellum.transcript.status;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.vellum.credentials.status.BitstringStatusList;
import org.vellum.platform.time.Ids;
import org.vellum.platform.usecase.Repository;

/** The status lists and the places that credentials have in them. */
@Repository
public class StatusLists {
  static final String REVOCATION = "revocation";

  /** The least that the standard allows, so that one credential hides among many. */
  private static final int LENGTH = BitstringStatusList.MINIMUM_LENGTH;

  private final Jdbi jdbi;
  private final Clock clock;
  private final Ids ids;

  @Inject
  public StatusLists(Jdbi jdbi, Clock clock, Ids ids) {
    this.jdbi = jdbi;
    this.clock = clock;
    this.ids = ids;
  }

  /**
   * Gives each credential a place of its own in a list, at random, so that places do not tell who
   * was issued what after whom (Bitstring Status List 1.0, section 5.2).
   *
   * @param credentials identifiers of credentials that have no place yet
   * @return the places, by credential
   */
  public Map<UUID, StatusEntry> allocate(Collection<UUID> credentials) {
    Map<UUID, StatusEntry> placed = new HashMap<>();
    Deque<UUID> waiting = new ArrayDeque<>(credentials);
    while (!waiting.isEmpty()) {
      jdbi.useHandle(handle -> fill(handle, waiting, placed));
    }
    return placed;
  }

  /** Places as many as the list with room takes; a list is used until it is half full. */
  private void fill(Handle handle, Deque<UUID> waiting, Map<UUID, StatusEntry> placed) {
    UUID list = withRoom(handle).orElseGet(() -> create(handle));
    int room = LENGTH / 2 - allocated(handle, list);
    int taken = 0;
    while (taken < room && !waiting.isEmpty()) {
      int index = ids.below(LENGTH);
      if (take(handle, list, index, waiting.getFirst())) {
        UUID credential = waiting.removeFirst();
        placed.put(credential, new StatusEntry(list, index, credential));
        taken++;
      }
    }
    handle
        .createUpdate("update transcript.status_list set allocated = allocated + :n where id = :id")
        .bind("n", taken)
        .bind("id", list)
        .execute();
  }

  private static Optional<UUID> withRoom(Handle handle) {
    return handle
        .createQuery(
            """
            select id from transcript.status_list
             where allocated < length / 2 order by created_at, id limit 1 for update
            """)
        .mapTo(UUID.class)
        .findOne();
  }

  private static int allocated(Handle handle, UUID list) {
    return handle
        .createQuery("select allocated from transcript.status_list where id = :id")
        .bind("id", list)
        .mapTo(Integer.class)
        .one();
  }

  private UUID create(Handle handle) {
    UUID list = ids.nextV4();
    handle
        .createUpdate(
            """
            insert into transcript.status_list (id, purpose, length, created_at)
            values (:id, :purpose, :length, :now)
            """)
        .bind("id", list)
        .bind("purpose", REVOCATION)
        .bind("length", LENGTH)
        .bind("now", clock.instant())
        .execute();
    return list;
  }

  private static boolean take(Handle handle, UUID list, int index, UUID credential) {
    return handle
            .createUpdate(
                """
                insert into transcript.status_entry (list, index, credential)
                values (:list, :index, :credential)
                on conflict (list, index) do nothing
                """)
            .bind("list", list)
            .bind("index", index)
            .bind("credential", credential)
            .execute()
        == 1;
  }

  /** The list as last signed, if this key signed it and it still holds at the instant. */
  Optional<String> findSigned(UUID list, String verificationMethod, Instant until) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select document from transcript.status_list
                 where id = :list and document is not null and signed_until > :until
                   and signed_by = :method
                """)
            .bind("list", list)
            .bind("method", verificationMethod)
            .bind("until", until)
            .mapTo(String.class)
            .findOne());
  }

  /** Locks a list, so that no bit of it changes before the transaction ends, and reads its bits. */
  Optional<BitstringStatusList> lock(UUID list) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("select length from transcript.status_list where id = :id for update")
            .bind("id", list)
            .mapTo(Integer.class)
            .findOne()
            .map(length -> bits(handle, list, length)));
  }

  private static BitstringStatusList bits(Handle handle, UUID list, int length) {
    BitstringStatusList bits = BitstringStatusList.empty(length);
    handle
        .createQuery(
            """
            select index from transcript.status_entry
             where list = :list and revoked_at is not null
            """)
        .bind("list", list)
        .mapTo(Integer.class)
        .forEach(index -> bits.set(index, true));
    return bits;
  }

  /** Keeps the list as signed. */
  void keep(UUID list, String document, String verificationMethod, Instant until) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                update transcript.status_list
                   set document = :document, signed_by = :method, signed_until = :until
                 where id = :list
                """)
            .bind("list", list)
            .bind("method", verificationMethod)
            .bind("document", document)
            .bind("until", until)
            .execute());
  }
}
