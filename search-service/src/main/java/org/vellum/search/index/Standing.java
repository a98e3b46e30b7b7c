package org.vellum.search.index;

/** When a credential holds and who sees a profile, in SQL. */
public final class Standing {
  /**
   * A condition on {@code search.achievement a}: neither it nor the record that holds it was
   * revoked, and the key that signed it was not compromised by then.
   */
  public static final String UNREVOKED =
      """
      not exists (select from search.revocation r where r.credential = a.credential)
      and not exists (select from search.revocation r where r.credential = a.record)
      and not exists (select from search.compromised_key k
                       where k.verification_method = a.signed_by and k.since <= a.issued_at)
      """;

  /** The same, and it has not expired at {@code :now}. */
  public static final String HOLDS =
      UNREVOKED + "and (a.valid_until is null or a.valid_until > :now)\n";

  /**
   * A condition on {@code search.profile p}: its consent lasts at {@code :now}, and the learner
   * lets everyone see it or names the {@code :employer}.
   */
  public static final String SHOWN =
      """
      p.expires_at > :now
      and (p.audience = 'EVERYONE' or exists (
        select from search.profile_employer n
         where n.learner = p.learner and n.employer = :employer))
      """;

  /**
   * The same, and at least one credential that it shows holds: without one there is nobody whom an
   * employer could have found.
   */
  public static final String STANDING =
      SHOWN
          + """
          and exists (
            select from search.profile_achievement c
              join search.achievement a on a.learner = c.learner and a.credential = c.credential
             where c.learner = p.learner and %s)
          """
              .formatted(HOLDS);

  private Standing() {}
}
