package org.vellum.competency.roster.sources;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.vellum.competency.roster.FileReport;
import org.vellum.competency.roster.StoreRows;
import org.vellum.competency.roster.StoreRows.Told;
import org.vellum.competency.roster.csv.Findings;
import org.vellum.platform.usecase.UseCase;

/** Stores a page of what a source told, and how far its reading has come, both or neither. */
@UseCase
public class StorePage {
  private final Sources sources;
  private final StoreRows storeRows;

  @Inject
  public StorePage(Sources sources, StoreRows storeRows) {
    this.sources = sources;
    this.storeRows = storeRows;
  }

  /**
   * A page.
   *
   * @param collection of which collection it is
   * @param objects its objects
   * @param last whether there is no other page of it
   */
  record Page(SourceCollection collection, List<JsonNode> objects, boolean last) {}

  /**
   * What was done.
   *
   * @param next how far the reading has come
   * @param files what was stored, by file
   */
  record Stored(Source.Reading next, List<FileReport> files) {}

  /**
   * Stores it.
   *
   * @throws OvertakenException if another server stored it meanwhile, or the source was ended
   */
  public Stored store(UUID source, Source.Reading reading, Page page, Findings findings) {
    List<Told> told = new ArrayList<>();
    page.objects().forEach(object -> told.addAll(page.collection().reading().apply(object)));
    List<FileReport> files = storeRows.store(told, reading.offset(), findings);
    int refused = files.stream().mapToInt(FileReport::refused).sum();
    Source.Reading next =
        new Source.Reading(
            reading.beganAt(),
            reading.since(),
            reading.collection() + (page.last() ? 1 : 0),
            page.last() ? 0 : reading.offset() + page.objects().size(),
            reading.objects() + page.objects().size(),
            reading.refused() + refused);
    if (!sources.advance(source, reading, next)) {
      throw new OvertakenException();
    }
    return new Stored(next, files);
  }

  /** Undoes what was stored: somebody else stored the same. */
  static final class OvertakenException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
