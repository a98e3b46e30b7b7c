package org.vellum.competency.evaluation.oneroster;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.vellum.platform.imsx.Fault;
import org.vellum.platform.imsx.ImsxException;

/**
 * Which part of a collection was asked for (OneRoster 1.2, REST binding, pagination).
 *
 * @param limit at most so many objects, 1 to 1000
 * @param offset so many objects are passed over
 */
record Paging(int limit, int offset) {
  private static final int MOST = 1000;

  /**
   * Reads the query of a request for a collection. More than 1000 at a time are not given; a query
   * that asks for what is not supported is refused, since an unfiltered answer would mislead.
   */
  static Paging of(String limit, String offset, Set<String> query) {
    if (query.contains("filter")) {
      throw new ImsxException(Fault.INVALID_FILTER, "Filters are not supported.");
    }
    for (String unsupported : List.of("sort", "orderBy", "fields")) {
      if (query.contains(unsupported)) {
        throw new ImsxException(
            Fault.INVALID_SELECTION, "The parameter " + unsupported + " is not supported.");
      }
    }
    return new Paging(Math.min(MOST, number("limit", limit, 1)), number("offset", offset, 0));
  }

  private static int number(String name, String text, int least) {
    try {
      int number = Integer.parseInt(text);
      if (number >= least) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below, like a number that is too small
    }
    throw new ImsxException(
        Fault.INVALID_SELECTION, name + " must be a whole number of at least " + least + ".");
  }

  /** The header {@code Link} (RFC 8288) to the other parts of a collection of this size. */
  String links(URI collection, int total) {
    int last = total == 0 ? 0 : (total - 1) / limit * limit;
    List<String> links = new ArrayList<>();
    if (offset + (long) limit < total) {
      links.add(link(collection, offset + limit, "next"));
    }
    links.add(link(collection, last, "last"));
    links.add(link(collection, 0, "first"));
    if (offset > 0) {
      links.add(link(collection, Math.max(0, offset - limit), "prev"));
    }
    return String.join(", ", links);
  }

  private String link(URI collection, int from, String relation) {
    return "<%s?limit=%d&offset=%d>; rel=\"%s\"".formatted(collection, limit, from, relation);
  }
}
