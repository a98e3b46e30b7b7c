package org.vellum.competency.lti;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vellum.platform.problem.Problem;

/**
 * A page of a list of AGS or NRPS: {@code limit} is the caller's, all else of the next page's
 * address is ours alone and is told in the header {@code Link} (RFC 8288).
 *
 * @param limit how many a page has
 * @param after after which identifier it begins
 */
public record Pages(int limit, Optional<UUID> after) {
  private static final int USUAL = 100;
  private static final int MOST = 1_000;

  /** The filters that the next page has, too. */
  public record Filters(Map<String, String> fields) {
    public Filters {
      fields = new TreeMap<>(fields);
    }

    /** No filter. */
    public static Filters none() {
      return new Filters(Map.of());
    }

    /** One filter more, if it was given. */
    public Filters and(String name, @Nullable String value) {
      Map<String, String> more = new TreeMap<>(fields);
      if (value != null) {
        more.put(name, value);
      }
      return new Filters(more);
    }
  }

  /** Reads what was asked for; a number that is none ends the request. */
  public static Pages of(@Nullable String limit, @Nullable String after) {
    try {
      int wanted = limit == null ? USUAL : Integer.parseInt(limit);
      if (wanted < 1) {
        throw bad();
      }
      return new Pages(Math.min(wanted, MOST), Optional.ofNullable(after).map(UUID::fromString));
    } catch (IllegalArgumentException e) {
      throw bad();
    }
  }

  /** How many have to be read to know whether there are more. */
  public int oneMore() {
    return limit + 1;
  }

  /**
   * The header {@code Link} that tells the address of the next page, if there is one.
   *
   * @param found the identifiers of what was read, at most one more than the page has
   * @param address the list's address
   */
  public Optional<String> link(List<UUID> found, String address, Filters filters) {
    if (found.size() <= limit) {
      return Optional.empty();
    }
    Map<String, String> fields = new TreeMap<>(filters.fields());
    fields.put("limit", Integer.toString(limit));
    fields.put("after", found.get(limit - 1).toString());
    return Optional.of("<" + Queries.with(address, fields) + ">; rel=\"next\"");
  }

  private static RuntimeException bad() {
    return Problem.of(400, "Bad request", "limit is a whole number of 1 or more.").exception();
  }
}
