package org.vellum.competency.catalogue.change;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.vellum.competency.catalogue.model.Period;
import org.vellum.platform.persistence.StorableText;

/**
 * A value of a JSON document with its place (RFC 6901), read as what it should be. What it is
 * instead becomes a finding, and then the value that is returned means nothing.
 */
public record Member(JsonNode value, String pointer, Findings findings) {
  private static final Pattern UUIDS =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final int MOST_DECIMALS = 6;
  private static final int MOST_DIGITS = 6;

  /** One of its members. */
  public Member child(String name) {
    return new Member(value.path(name), pointer + "/" + name, findings);
  }

  /** Whether nothing is said. */
  public boolean isAbsent() {
    return value.isMissingNode() || value.isNull();
  }

  /** The values of an array; none, if it is absent. */
  public List<Member> items(int most) {
    List<Member> items = new ArrayList<>();
    if (value.isMissingNode() || value.isNull()) {
      return items;
    }
    if (!value.isArray()) {
      fault("not-an-array", "must be an array");
    } else if (value.size() > most) {
      fault("too-many", "must have no more than " + most + " values");
    } else {
      for (int i = 0; i < value.size(); i++) {
        items.add(new Member(value.get(i), pointer + "/" + i, findings));
      }
    }
    return items;
  }

  /** Says of an object which of its members nobody reads, likely misspelt. */
  public Member only(String... names) {
    if (!value.isObject()) {
      fault("not-an-object", "must be an object");
      return this;
    }
    Set<String> known = Set.of(names);
    for (Iterator<String> all = value.fieldNames(); all.hasNext(); ) {
      String name = all.next();
      if (!known.contains(name)) {
        String escaped = name.replace("~", "~0").replace("/", "~1");
        findings.error(
            "member-unknown",
            pointer + "/" + (escaped.length() > 100 ? escaped.substring(0, 100) : escaped),
            "no such member is known; known are " + String.join(", ", names));
      }
    }
    return this;
  }

  /** A text that can be stored, of at most so many characters; empty, if it is absent. */
  public Optional<String> text(int longest) {
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    String text = value.isTextual() ? value.textValue().strip() : "";
    if (text.isEmpty() || text.length() > longest || !StorableText.isStorable(text)) {
      fault("not-a-text", "must be a text of 1 to " + longest + " characters");
    }
    return Optional.of(text);
  }

  /** The same, where it must not be absent. */
  public String requiredText(int longest) {
    return required(text(longest), "");
  }

  /**
   * A number with few digits, so that no comparison or column is ever in trouble with it, in its
   * shortest form, so that equal numbers are equal.
   */
  public Optional<BigDecimal> number() {
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    BigDecimal number = value.isNumber() ? value.decimalValue() : new BigDecimal("1e99");
    if (number.scale() > MOST_DECIMALS || number.precision() - number.scale() > MOST_DIGITS) {
      fault("not-a-number", "must be a number of at most 6 digits and 6 decimals");
      return Optional.of(BigDecimal.ONE);
    }
    BigDecimal shortest = number.stripTrailingZeros();
    return Optional.of(shortest.scale() < 0 ? shortest.setScale(0) : shortest);
  }

  /** A share of a scale: more than 0, at most 1. */
  public BigDecimal threshold() {
    BigDecimal threshold = required(number(), BigDecimal.ONE);
    if (threshold.signum() <= 0 || threshold.compareTo(BigDecimal.ONE) > 0) {
      fault("threshold-out-of-range", "must be more than 0 and at most 1");
    }
    return threshold;
  }

  /** A number that is more than 0, where there is one. */
  public Optional<BigDecimal> positive() {
    Optional<BigDecimal> number = number();
    if (number.filter(some -> some.signum() <= 0).isPresent()) {
      fault("not-positive", "must be more than 0");
    }
    return number;
  }

  /** The members {@code from} and {@code to} of an object. */
  public Period period() {
    Period period = new Period(child("from").date(), child("to").date());
    if (period.isEmpty()) {
      child("to").fault("period-empty", "must be later than from: it is the first day after");
      return Period.ALWAYS;
    }
    return period;
  }

  /** A date as in 2026-09-30; empty, if it is absent. */
  public Optional<LocalDate> date() {
    return text(10).map(this::date);
  }

  private LocalDate date(String text) {
    try {
      LocalDate date = LocalDate.parse(text);
      if (date.getYear() >= 1000 && date.getYear() <= 9999) {
        return date;
      }
    } catch (DateTimeException e) {
      // Told below, together with a year that no calendar of ours has.
    }
    fault("not-a-date", "must be a date as in 2026-09-30");
    return LocalDate.EPOCH;
  }

  /** The identifier of a CFItem. */
  public UUID identifier() {
    String text = requiredText(100);
    if (UUIDS.matcher(text).matches()) {
      return UUID.fromString(text);
    }
    fault("not-an-identifier", "must be the identifier of a CFItem");
    return new UUID(0, 0);
  }

  /** A finding, and what means nothing, if there is none. */
  public <T> T required(Optional<T> given, T nothing) {
    if (given.isEmpty()) {
      fault("missing", "is required");
    }
    return given.orElse(nothing);
  }

  /** Says what is wrong with it. */
  public void fault(String code, String message) {
    findings.error(code, pointer, message);
  }
}
