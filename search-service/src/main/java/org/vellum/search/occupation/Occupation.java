package org.vellum.search.occupation;

/**
 * An occupation to which a text answers.
 *
 * @param code its O*NET-SOC or SOC code
 * @param title its title
 * @param called by which of its titles the text was understood; the code where it was the code
 */
public record Occupation(String code, String title, String called) {

  /** How it is named to people: {@code Web Developers (15-1254.00)}. */
  public String words() {
    return title + " (" + code + ")";
  }
}
