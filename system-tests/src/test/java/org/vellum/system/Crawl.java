package org.vellum.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Every page that somebody reaches by following links, as it came. */
final class Crawl {
  private static final int MOST = 250;
  private static final int FIRST_FAULT_OF_OURS = 500;
  private static final Pattern LINK = Pattern.compile("<a [^>]*href=\"(/[^\"#]*)");
  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|'[^']*'");
  private static final Pattern TAG_WITH_HANDLER = Pattern.compile("(?s)<[a-zA-Z][^>]*\\son\\w+");

  private Crawl() {}

  /** The pages from these addresses on, by address; fails if the server fails at one. */
  static Map<String, String> from(Wire wire, String... addresses) throws Exception {
    Map<String, String> pages = new TreeMap<>();
    Deque<String> ahead = new ArrayDeque<>();
    for (String address : addresses) {
      ahead.add(address);
    }
    while (!ahead.isEmpty() && pages.size() < MOST) {
      String address = ahead.remove();
      if (pages.containsKey(address)) {
        continue;
      }
      HttpResponse<String> answer = wire.get(address, Wire.HTML);
      assertThat(answer.statusCode()).as(address).isLessThan(FIRST_FAULT_OF_OURS);
      if (answer.headers().firstValue("Content-Type").orElse("").startsWith(Wire.HTML)) {
        pages.put(address, answer.body());
        LINK.matcher(answer.body())
            .results()
            .map(found -> found.group(1).replace("&amp;", "&"))
            .filter(link -> URI.create(link).getHost() == null)
            .forEach(ahead::add);
      }
    }
    return pages;
  }

  /** Fails unless what the page shows of the hostile text is text. */
  static void isHarmless(String address, String page) {
    assertThat(page)
        .as(address)
        .doesNotContain("<script>alert")
        .doesNotContain("<img src=x")
        .doesNotContainPattern("(&#39;|')49");
    String withoutValues = QUOTED.matcher(page).replaceAll("\"\"");
    assertThat(TAG_WITH_HANDLER.matcher(withoutValues).find()).as(address).isFalse();
  }
}
