package org.vellum.finaid.profile;

import java.util.List;

/**
 * How records become the files of another system.
 *
 * @param name such as {@code powerfaids-sii}
 * @param title for people
 * @param status whose word it is that the other system takes them
 * @param note what must be known before it is used
 * @param files in the order in which they are written
 */
public record MappingProfile(
    String name, String title, Status status, String note, List<ProfileFile> files) {

  public MappingProfile {
    files = List.copyOf(files);
  }

  /** How far a profile may be relied on. */
  public enum Status {
    /** Made by a school for its own system. */
    LOCAL,
    /** To begin with: made from public documentation, certified by nobody. */
    EXAMPLE,
    /** From documentation that is old or not confirmed. */
    EXPERIMENTAL
  }

  /**
   * A file.
   *
   * @param name in the folder that is written
   * @param form how it is written
   * @param marked whether it begins with a byte order mark (CSV)
   * @param root the document element (XML)
   * @param namespace of all elements (XML), or nothing
   * @param length of a record in characters (fixed widths)
   * @param records which, and what of them
   */
  public record ProfileFile(
      String name,
      FileForm form,
      boolean marked,
      String root,
      String namespace,
      int length,
      ProfileNode records) {}

  /** The forms of files. */
  public enum FileForm {
    CSV,
    XML,
    FIXED
  }

  /**
   * The records of an entity, below one of another entity or at the top.
   *
   * @param each the entity, by name
   * @param element of each record (XML)
   * @param columns what is told of it, and of those above it
   * @param inside what belongs to it
   */
  public record ProfileNode(
      String each, String element, List<ProfileColumn> columns, List<ProfileNode> inside) {

    public ProfileNode {
      columns = List.copyOf(columns);
      inside = List.copyOf(inside);
    }
  }
}
