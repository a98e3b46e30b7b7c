package org.vellum.platform.imsx;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A page of a collection (CASE 1.1, REST binding, section 3.1; OneRoster 1.2 and Edu-API 1.0 have
 * the same).
 *
 * @param limit at most so many records, 1 to 1,000
 * @param offset so many records are passed over, 0 or more
 */
public record Paging(int limit, int offset) {
  private static final int DEFAULT_LIMIT = 100;
  private static final int MOST = 1_000;

  /**
   * Reads the parameters {@code limit} and {@code offset}.
   *
   * @throws ImsxException if one is not a whole number in its range
   */
  public static Paging of(@Nullable String limit, @Nullable String offset) {
    int asked = number("limit", limit, DEFAULT_LIMIT);
    if (asked == 0) {
      throw new ImsxException(Fault.INVALID_SELECTION, "The limit must be at least 1.");
    }
    return new Paging(Math.min(asked, MOST), number("offset", offset, 0));
  }

  private static int number(String name, @Nullable String text, int otherwise) {
    if (text == null) {
      return otherwise;
    }
    if (!text.matches("\\d{1,9}")) {
      throw new ImsxException(
          Fault.INVALID_SELECTION, "The parameter " + name + " must be a whole number, 0 or more.");
    }
    return Integer.parseInt(text);
  }

  /**
   * The links to other pages (RFC 8288), with the other parameters as they were asked.
   *
   * @param address absolute address of the collection
   */
  public String links(String address, Map<String, List<String>> parameters, int total) {
    StringBuilder others = new StringBuilder();
    // In one order always: the container's differs from request to request.
    new TreeMap<>(parameters)
        .forEach((name, values) -> {
          if (!name.equals("limit") && !name.equals("offset")) {
            values.forEach(
                value -> others.append('&').append(encode(name)).append('=').append(encode(value)));
          }
        });
    int last = total == 0 ? 0 : (total - 1) / limit * limit;
    List<String> links = new ArrayList<>();
    if (offset + limit < total) {
      links.add(link(address, offset + limit, others, "next"));
    }
    if (offset > 0) {
      links.add(link(address, Math.max(0, Math.min(offset - limit, last)), others, "prev"));
    }
    links.add(link(address, 0, others, "first"));
    links.add(link(address, last, others, "last"));
    return String.join(", ", links);
  }

  private String link(String address, int to, StringBuilder others, String relation) {
    return "<"
        + address
        + "?limit="
        + limit
        + "&offset="
        + to
        + others
        + ">; rel=\""
        + relation
        + "\"";
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
