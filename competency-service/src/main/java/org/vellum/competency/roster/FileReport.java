package org.vellum.competency.roster;

/**
 * What an import did with one file. Every row that was read is in exactly one of the four counts
 * that follow.
 *
 * @param file name of the file
 * @param mode {@code bulk} or {@code delta}, as the manifest said
 * @param read rows read
 * @param added rows that were new
 * @param updated rows that were known and differed
 * @param unchanged rows that were known and the same
 * @param refused rows that were not taken in; a finding says why
 */
public record FileReport(
    String file, String mode, int read, int added, int updated, int unchanged, int refused) {

  /** What was done with this and another part of the same file. */
  public FileReport and(FileReport other) {
    return new FileReport(
        file,
        mode,
        read + other.read,
        added + other.added,
        updated + other.updated,
        unchanged + other.unchanged,
        refused + other.refused);
  }
}
