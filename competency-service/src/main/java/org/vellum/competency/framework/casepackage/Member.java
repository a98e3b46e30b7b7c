package org.vellum.competency.framework.casepackage;

/**
 * A member of a CASE class.
 *
 * @param name its name in JSON
 * @param shape what its value looks like
 * @param need whether the standard requires it
 * @param advisedLength most characters that the implementation guide advises (appendix A.1)
 * @param target collection to which a link leads; empty for what is not a link
 */
public record Member(String name, Shape shape, Need need, int advisedLength, String target) {

  /** Whether an object can be without the member. */
  public enum Need {
    /** The standard requires it, and nobody but the publisher can say it. */
    REQUIRED,
    /** The standard requires it; where it is missing it follows from something else. */
    DERIVED,
    OPTIONAL
  }

  static Member required(String name, Shape shape) {
    return new Member(name, shape, Need.REQUIRED, Integer.MAX_VALUE, "");
  }

  static Member derived(String name, Shape shape) {
    return new Member(name, shape, Need.DERIVED, Integer.MAX_VALUE, "");
  }

  static Member optional(String name, Shape shape) {
    return new Member(name, shape, Need.OPTIONAL, Integer.MAX_VALUE, "");
  }

  static Member text(String name) {
    return optional(name, Shape.TEXT);
  }

  static Member link(String name, String target) {
    return new Member(name, Shape.LINK, Need.OPTIONAL, Integer.MAX_VALUE, target);
  }

  static Member links(String name, String target) {
    return new Member(name, Shape.LINKS, Need.OPTIONAL, Integer.MAX_VALUE, target);
  }

  static Member extensions() {
    return optional("extensions", Shape.EXTENSIONS);
  }

  Member advised(int length) {
    return new Member(name, shape, need, length, target);
  }
}
