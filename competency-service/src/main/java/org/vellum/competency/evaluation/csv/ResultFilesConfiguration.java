package org.vellum.competency.evaluation.csv;

import org.vellum.platform.configuration.Key;

/**
 * What an operator can set of files of results.
 *
 * @param maximumFile largest file that is taken in, in bytes
 * @param folder where files lie until they are taken in
 */
public record ResultFilesConfiguration(
    @Key(
            name = "vellum.results.maximum-file",
            meaning = "Largest CSV file of results that is taken in, in bytes.",
            defaultValue = "2147483648")
        long maximumFile,
    @Key(
            name = "vellum.results.folder",
            meaning =
                "Folder for files of results that were sent and are not taken in yet. With several"
                    + " nodes it must be shared by them. Relative to the server's working folder.",
            defaultValue = "data/results")
        String folder) {

  public ResultFilesConfiguration {
    if (maximumFile < 1 || folder.isBlank()) {
      throw new IllegalArgumentException(
          "vellum.results: a file has at least 1 byte, and the folder a name");
    }
  }
}
