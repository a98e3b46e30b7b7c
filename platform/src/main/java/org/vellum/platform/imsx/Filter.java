package org.vellum.platform.imsx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vellum.platform.persistence.StorableText;

/**
 * The parameter {@code filter} as 1EdTech's services share it (CASE 1.1, REST binding, section 3.3;
 * OneRoster 1.2 and Edu-API 1.0 have the same): one comparison, or two with {@code AND} or {@code
 * OR} between. What the fields mean is the service's to say.
 *
 * @param comparisons one or two; none means all objects
 * @param any whether one of them is enough
 */
public record Filter(List<Comparison> comparisons, boolean any) {
  /** All objects. */
  public static final Filter NONE = new Filter(List.of(), false);

  private static final int LONGEST = 2_000;

  /** A quote within a value is written twice, as in SQL; the standards are silent. */
  private static final Pattern COMPARISON =
      Pattern.compile("([A-Za-z][\\w.:-]*+)(!=|>=|<=|=|>|<|~)'((?:[^']|'')*+)'");

  private static final Pattern LOGICAL = Pattern.compile(" (AND|OR) ");

  public Filter {
    comparisons = List.copyOf(comparisons);
  }

  /** The predicates. */
  public enum Predicate {
    EQUAL("="),
    NOT_EQUAL("!="),
    GREATER(">"),
    GREATER_OR_EQUAL(">="),
    LESS("<"),
    LESS_OR_EQUAL("<="),
    CONTAINS("~");

    private final String sign;

    Predicate(String sign) {
      this.sign = sign;
    }

    /** The sign, in a filter; but for {@link #NOT_EQUAL} and {@link #CONTAINS} also in SQL. */
    public String sign() {
      return sign;
    }

    static Optional<Predicate> of(String sign) {
      return Arrays.stream(values()).filter(each -> each.sign.equals(sign)).findFirst();
    }
  }

  /**
   * One comparison.
   *
   * @param field name of what is compared, as it was sent
   * @param predicate how
   * @param value with what
   */
  public record Comparison(String field, Predicate predicate, String value) {}

  /**
   * Reads the parameter.
   *
   * @throws ImsxException if it is no filter
   */
  public static Filter of(String text) {
    if (text.length() > LONGEST || !StorableText.isStorable(text)) {
      throw refused("a filter has at most " + LONGEST + " characters, none of them U+0000");
    }
    Matcher comparison = COMPARISON.matcher(text);
    if (!comparison.lookingAt()) {
      throw refused("a filter begins with a field, a predicate and a value in single quotes");
    }
    List<Comparison> comparisons = new ArrayList<>();
    comparisons.add(comparison(comparison));
    boolean any = false;
    if (comparison.end() < text.length()) {
      Matcher logical = LOGICAL.matcher(text).region(comparison.end(), text.length());
      if (!logical.lookingAt() || !comparison.region(logical.end(), text.length()).matches()) {
        throw refused(
            "after a comparison there is nothing, or ' AND ' or ' OR ' and one more comparison");
      }
      any = logical.group(1).equals("OR");
      comparisons.add(comparison(comparison));
    }
    return new Filter(comparisons, any);
  }

  /**
   * A filter that cannot be answered.
   *
   * @param why why not
   */
  public static ImsxException refused(String why) {
    // The name that the prose of CASE has for it, which its enumeration lacks.
    return new ImsxException(Fault.INVALID_FILTER, "invalid_filter_field: " + why + ".");
  }

  private static Comparison comparison(Matcher matched) {
    return new Comparison(
        matched.group(1),
        Predicate.of(matched.group(2)).orElseThrow(),
        matched.group(3).replace("''", "'"));
  }
}
