package org.vellum.competency.framework.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document for reading: a title, facts about it, and sections of entries that stand in each
 * other.
 *
 * @param title its title
 * @param author who wrote it
 * @param language its language (RFC 5646); null if it is not known
 * @param facts what is said of it as a whole
 * @param sections what it says, in order
 */
public record Outline(
    String title,
    String author,
    @Nullable String language,
    List<Fact> facts,
    List<Section> sections) {

  public Outline {
    facts = List.copyOf(facts);
    sections = List.copyOf(sections);
  }

  /** A fact with its name. */
  public record Fact(String name, String value) {}

  /** A part with a heading. */
  public record Section(String heading, List<Entry> entries) {
    public Section {
      entries = List.copyOf(entries);
    }
  }

  /**
   * An entry.
   *
   * @param level how deep it stands, from 0; at most one deeper than the entry before it
   * @param label a code or short name; empty if it has none
   * @param text what it says
   * @param note what is said of it in smaller letters; empty if nothing is
   */
  public record Entry(int level, String label, String text, String note) {}

  /** How many entries there are. */
  public int size() {
    return sections.stream().mapToInt(section -> section.entries().size()).sum();
  }
}
