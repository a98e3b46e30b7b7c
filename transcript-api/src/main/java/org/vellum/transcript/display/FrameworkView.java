package org.vellum.transcript.display;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The competencies of one framework that a record holds.
 *
 * @param title the framework's title; empty for achievements of no framework
 * @param version the version that was in force; empty if the framework states none
 * @param domains at least one, by code
 */
public record FrameworkView(String title, String version, List<DomainView> domains) {
  private static final int WHOLE = 10_000;
  private static final int GAP = 120;
  private static final int DIGITS = 9;
  private static final Pattern NUMBER = Pattern.compile("\\d{1," + DIGITS + "}");

  public FrameworkView {
    domains = List.copyOf(domains);
  }

  /**
   * A piece of the ring that pictures how the competencies spread over the domains. Lengths are in
   * hundredths of a percent of the ring.
   *
   * @param code the domain's code
   * @param count how many competencies
   * @param start where the piece starts
   * @param length how long it is
   */
  public record Piece(String code, int count, int start, int length) {}

  static FrameworkView of(String title, String version, List<AchievementView> achievements) {
    List<AchievementView> sorted =
        achievements.stream()
            .sorted(
                Comparator.comparing((AchievementView each) -> inOrder(each.code()))
                    .thenComparing(AchievementView::title))
            .toList();
    Map<String, List<AchievementView>> byDomain =
        sorted.stream()
            .collect(
                Collectors.groupingBy(
                    AchievementView::domain,
                    () -> new TreeMap<>(Comparator.comparing(FrameworkView::inOrder)),
                    Collectors.toList()));
    return new FrameworkView(
        title,
        version,
        byDomain.entrySet().stream()
            .map(each -> new DomainView(each.getKey(), each.getValue()))
            .toList());
  }

  /** How many competencies. */
  public int count() {
    return domains.stream().mapToInt(DomainView::count).sum();
  }

  /** The pieces of the ring, one for each domain; a ring of one piece has no gap. */
  public List<Piece> ring() {
    int gap = domains.size() == 1 ? 0 : GAP;
    List<Piece> pieces = new ArrayList<>();
    int before = 0;
    for (DomainView domain : domains) {
      int start = WHOLE * before / count();
      before += domain.count();
      int length = Math.max(GAP, WHOLE * before / count() - start - gap);
      pieces.add(new Piece(domain.code(), domain.count(), start, length));
    }
    return pieces;
  }

  /** A code so written that {@code A.10} comes after {@code A.9}. */
  private static String inOrder(String code) {
    return NUMBER
        .matcher(code)
        .replaceAll(number -> "0".repeat(DIGITS - number.group().length()) + number.group());
  }
}
