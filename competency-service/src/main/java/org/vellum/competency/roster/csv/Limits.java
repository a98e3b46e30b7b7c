package org.vellum.competency.roster.csv;

/**
 * How much an archive may hold.
 *
 * @param unpackedBytes all files together, unpacked
 * @param ratio unpacked bytes for each byte of the archive
 * @param entries entries of the archive
 * @param rows rows of one file
 * @param rowLength characters of one row
 */
public record Limits(long unpackedBytes, int ratio, int entries, int rows, int rowLength) {

  /** Small archives may exceed the ratio: a few equal lines pack well. */
  static final long RATIO_FREE = 1 << 20;

  /**
   * Room for a large university and all of its results: a million users take about 150 MB, ten
   * million results about 1 GB. Text packs by a factor of 5 to 30; the 200 of a bomb's lower end
   * does not occur in a roster. However long a file is, it is read row by row.
   */
  public static final Limits USUAL = new Limits(1L << 34, 200, 64, 100_000_000, 1 << 18);

  /**
   * One file that comes by itself, read row by row: however long it is, it takes no more memory.
   */
  public static final Limits OF_ONE_FILE = new Limits(1L << 40, 1, 1, 100_000_000, 1 << 18);

  /** Whether so many unpacked bytes of an archive of that size are too many. */
  boolean exceeded(long unpacked, long archiveSize) {
    return unpacked > unpackedBytes || (unpacked > RATIO_FREE && unpacked / ratio > archiveSize);
  }
}
