package org.vellum.start;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lets some learners of the demonstration agree to be found, by the page on which every learner
 * does: so an employer who signs in finds somebody. A learner who was found before is left alone.
 */
final class GiveConsents {
  private static final String PAGE = "/search/my/profile";
  private static final String HTML = "text/html";
  private static final String FOUND = ">You are found</h2>";
  private static final long POLL_MILLIS = 500;
  private static final Pattern ACHIEVEMENT =
      Pattern.compile("name=\"achievement\" value=\"([0-9a-f-]{36})\"");
  private static final Pattern LAST_DAY =
      Pattern.compile("name=\"lastDay\" value=\"(\\d{4}-\\d\\d-\\d\\d)\"");

  private final URI server;
  private final Map<String, String> passwords;
  private final Duration arrival;

  /**
   * For a server.
   *
   * @param passwords of the learners, by sign-in name
   * @param arrival how long it may take until search has heard of a record
   */
  GiveConsents(URI server, Map<String, String> passwords, Duration arrival) {
    this.server = server;
    this.passwords = passwords;
    this.arrival = arrival;
  }

  /**
   * Lets a learner agree to be found by all that the record holds.
   *
   * @param name {@code pseudonym} or {@code name}: as whom
   * @param region where the learner is
   * @throws ApiRefused if the record does not arrive in time, or the consent is refused
   */
  void give(String username, String name, String region) throws ApiRefused, InterruptedException {
    PublicApi learner = new PublicApi(server);
    learner.signIn(username, passwords.getOrDefault(username, ""));
    long deadline = System.nanoTime() + arrival.toNanos();
    String page = learner.get(PAGE, HTML).body();
    while (!ACHIEVEMENT.matcher(page).find()) {
      if (System.nanoTime() > deadline) {
        throw new ApiRefused("GET " + PAGE, 0, "the record of " + username + " did not arrive");
      }
      Thread.sleep(POLL_MILLIS);
      page = learner.get(PAGE, HTML).body();
    }
    if (page.contains(FOUND)) {
      return;
    }
    learner.postForm(PAGE, fields(page, name, region, learner.csrf().orElse("")));
    if (!learner.get(PAGE, HTML).body().contains(FOUND)) {
      throw new ApiRefused("POST " + PAGE, 0, "nobody finds " + username);
    }
  }

  private static List<Map.Entry<String, String>> fields(
      String page, String name, String region, String csrf) {
    List<Map.Entry<String, String>> fields = new ArrayList<>();
    fields.add(Map.entry("csrf", csrf));
    Matcher achievement = ACHIEVEMENT.matcher(page);
    while (achievement.find()) {
      fields.add(Map.entry("achievement", achievement.group(1)));
    }
    fields.add(Map.entry("name", name));
    fields.add(Map.entry("region", region));
    fields.add(Map.entry("availability", "NOW"));
    fields.add(Map.entry("audience", "everyone"));
    Matcher lastDay = LAST_DAY.matcher(page);
    fields.add(Map.entry("lastDay", lastDay.find() ? lastDay.group(1) : ""));
    return fields;
  }
}
