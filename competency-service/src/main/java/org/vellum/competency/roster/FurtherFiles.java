package org.vellum.competency.roster;

import java.io.IOException;
import java.nio.file.Path;
import org.vellum.platform.usecase.Component;

/**
 * Who reads of an archive what is not the roster's, once the roster is stored. They are made known
 * when the service starts.
 */
@Component
public class FurtherFiles {
  private volatile Reader reader = (zip, actor) -> {};

  /** Reads an archive. */
  @FunctionalInterface
  public interface Reader {
    /**
     * Reads it.
     *
     * @param zip where it lies
     * @param actor who sent it
     */
    void read(Path zip, String actor) throws IOException;
  }

  /** Makes a reader known. */
  public void areReadBy(Reader other) {
    reader = other;
  }

  void read(Path zip, String actor) throws IOException {
    reader.read(zip, actor);
  }
}
