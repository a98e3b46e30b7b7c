package org.vellum.competency.roster.sources;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
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
  private final FurtherObjects further;

  @Inject
  public StorePage(Sources sources, StoreRows storeRows, FurtherObjects further) {
    this.sources = sources;
    this.storeRows = storeRows;
    this.further = further;
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
    List<FileReport> files =
        page.collection()
            .reading()
            .map(rows -> storeRows.store(told(page, rows), reading.offset(), findings))
            .orElseGet(() -> further(source, reading, page, findings));
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

  private static List<Told> told(Page page, Function<JsonNode, List<Told>> rows) {
    return page.objects().stream().flatMap(object -> rows.apply(object).stream()).toList();
  }

  private List<FileReport> further(
      UUID source, Source.Reading reading, Page page, Findings findings) {
    if (page.objects().isEmpty()) {
      return List.of();
    }
    return List.of(
        further.store(
            new FurtherObjects.Objects(
                source.toString(),
                page.collection().name(),
                page.objects(),
                reading.offset(),
                findings)));
  }

  /** Undoes what was stored: somebody else stored the same. */
  static final class OvertakenException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
