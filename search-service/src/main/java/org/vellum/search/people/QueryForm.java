package org.vellum.search.people;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.vellum.search.index.Availability;
import org.vellum.search.index.Filters;
import org.vellum.search.index.SkillQuery;
import org.vellum.search.index.Wanted;
import org.vellum.search.occupation.Occupation;
import org.vellum.search.occupation.Occupations;

/**
 * A search as an address says it.
 *
 * @param skills skills of which all must be shown, each perhaps with a level
 * @param nice skills that are nice to have
 * @param atLeast how many of the latter must be shown
 * @param program code of a program
 * @param issuer name of an institution
 * @param region where people are
 * @param availability name of an {@link Availability}
 * @param since a day of ISO 8601
 * @param occupation code or title of an occupation
 * @param level level of a credential
 */
public record QueryForm(
    List<String> skills,
    List<String> nice,
    String atLeast,
    String program,
    String issuer,
    String region,
    String availability,
    String since,
    String occupation,
    String level) {
  private static final int MOST_PARTS = 100;

  public QueryForm {
    skills = filled(skills);
    nice = filled(nice);
  }

  /** Without an occupation and a level. */
  public QueryForm(
      List<String> skills,
      List<String> nice,
      String atLeast,
      String program,
      String issuer,
      String region,
      String availability,
      String since) {
    this(skills, nice, atLeast, program, issuer, region, availability, since, "", "");
  }

  /** More than can be asked for is kept, but not all of a heap. */
  private static List<String> filled(List<String> texts) {
    return texts.stream()
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .limit(SkillQuery.MOST + 1L)
        .toList();
  }

  /** Whether nothing is asked. */
  public boolean isEmpty() {
    return skills.isEmpty() && nice.isEmpty() && occupation.isBlank();
  }

  /** What cannot be read, in a sentence. */
  public Optional<String> fault() {
    if (!since.isBlank() && day().isEmpty()) {
      return Optional.of("A day is given as in 2026-05-04.");
    }
    if (!availability.isBlank() && begins().isEmpty()) {
      return Optional.of("Availability is NOW, SOON or LATER.");
    }
    return Optional.empty();
  }

  /** The query. */
  public SkillQuery query() {
    return new SkillQuery(
        skills.stream().map(Wanted::parse).toList(),
        nice.stream().map(Wanted::parse).toList(),
        number(),
        new Filters(text(program), text(issuer), text(region), begins(), day(), text(level)),
        text(occupation));
  }

  private int number() {
    try {
      return atLeast.isBlank() ? 0 : Integer.parseInt(atLeast.strip());
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private Optional<LocalDate> day() {
    try {
      return since.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(since.strip()));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private Optional<Availability> begins() {
    return Stream.of(Availability.values())
        .filter(each -> each.name().equals(availability.strip()))
        .findFirst();
  }

  private static Optional<String> text(String given) {
    return Optional.of(given.strip()).filter(text -> !text.isEmpty());
  }

  /** What is understood by the occupation that is asked for, if it is one. */
  Optional<Occupation> understood(Occupations occupations) {
    return text(occupation).flatMap(occupations::find);
  }

  /** The same, narrowed to a value of a field. */
  QueryForm narrowed(String field, String value) {
    return new QueryForm(
        skills,
        nice,
        atLeast,
        field.equals("program") ? value : program,
        field.equals("issuer") ? value : issuer,
        field.equals("region") ? value : region,
        field.equals("availability") ? value : availability,
        since,
        occupation,
        field.equals("level") ? value : level);
  }

  /** The query of its address, without the question mark. */
  public String address() {
    StringJoiner address = new StringJoiner("&");
    skills.forEach(each -> add(address, "skill", each));
    nice.forEach(each -> add(address, "nice", each));
    add(address, "atLeast", atLeast);
    add(address, "program", program);
    add(address, "issuer", issuer);
    add(address, "region", region);
    add(address, "availability", availability);
    add(address, "since", since);
    add(address, "occupation", occupation);
    add(address, "level", level);
    return address.toString();
  }

  /** The search that such an address asks for; what it does not know it leaves out. */
  public static QueryForm of(String address) {
    Map<String, List<String>> values = new HashMap<>();
    for (String pair : address.split("&", MOST_PARTS)) {
      int sign = pair.indexOf('=');
      if (sign > 0) {
        values
            .computeIfAbsent(pair.substring(0, sign), name -> new ArrayList<>())
            .add(decoded(pair.substring(sign + 1)));
      }
    }
    return new QueryForm(
        values.getOrDefault("skill", List.of()),
        values.getOrDefault("nice", List.of()),
        first(values, "atLeast"),
        first(values, "program"),
        first(values, "issuer"),
        first(values, "region"),
        first(values, "availability"),
        first(values, "since"),
        first(values, "occupation"),
        first(values, "level"));
  }

  private static String first(Map<String, List<String>> values, String name) {
    return values.getOrDefault(name, List.of("")).getFirst();
  }

  /** A text of which a part is no percent-encoding stands for nothing. */
  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static void add(StringJoiner address, String name, String value) {
    if (!value.isBlank()) {
      address.add(name + "=" + URLEncoder.encode(value, UTF_8));
    }
  }
}
