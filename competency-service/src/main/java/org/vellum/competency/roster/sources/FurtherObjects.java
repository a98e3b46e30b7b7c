package org.vellum.competency.roster.sources;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.vellum.competency.roster.FileReport;
import org.vellum.competency.roster.csv.Findings;
import org.vellum.platform.usecase.Component;

/**
 * Who stores the objects of sources that are not the roster's: what is evaluated, and results. It
 * is made known when the service starts.
 */
@Component
public class FurtherObjects {
  private volatile Storing storing =
      objects -> {
        throw new IllegalStateException("nobody stores " + objects.collection());
      };

  /**
   * Objects of one page.
   *
   * @param source identifier of the source, by which its results are known
   * @param collection name of their collection
   * @param objects they themselves
   * @param before how many of the collection came before them
   * @param findings is told of each object that is refused why
   */
  public record Objects(
      String source, String collection, List<JsonNode> objects, int before, Findings findings) {
    public Objects {
      objects = List.copyOf(objects);
    }
  }

  /** Stores objects, in the caller's transaction. */
  @FunctionalInterface
  public interface Storing {
    /** Stores them and says what was done. */
    FileReport store(Objects objects);
  }

  /** Makes known who stores them. */
  public void areStoredBy(Storing other) {
    storing = other;
  }

  FileReport store(Objects objects) {
    return storing.store(objects);
  }
}
