package org.vellum.competency.lti.tool;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.vellum.competency.evaluation.Content;
import org.vellum.competency.evaluation.NewestStates;
import org.vellum.competency.evaluation.NewestStates.NewestState;
import org.vellum.competency.evaluation.SentResult;
import org.vellum.competency.lti.tool.CoursePage.RemoteResult;
import org.vellum.competency.roster.LineItem;
import org.vellum.competency.roster.Roster;
import org.vellum.platform.json.Json;
import org.vellum.platform.persistence.Jsonb;
import org.vellum.platform.usecase.Component;

/**
 * Says which results that were read of a platform are news. A platform tells no time of a result
 * (AGS 2.0, section 3.3): where it does so beyond the standard that counts, else the time at which
 * we saw the change.
 */
@Component
public class RemoteResults {
  private static final int DECIMALS = 30;

  private final NewestStates states;
  private final CourseContents contents;
  private final Roster roster;

  @Inject
  public RemoteResults(NewestStates states, CourseContents contents, Roster roster) {
    this.states = states;
    this.contents = contents;
    this.roster = roster;
  }

  /**
   * What the results of one page are on.
   *
   * @param greatest the greatest value of the line item's scale in the roster, if it is known there
   */
  record On(
      LtiPlatform platform, Course course, RemoteLineItem item, Optional<BigDecimal> greatest) {}

  /** What the results of a line item are on. */
  On on(LtiPlatform platform, Course course, RemoteLineItem item) {
    return new On(
        platform,
        course,
        item,
        item.lineItem().flatMap(roster::findLineItem).map(LineItem::resultValueMax));
  }

  /** The result to be recorded; empty if it says what is known already. */
  Optional<SentResult> changed(On on, RemoteResult read, Instant now) {
    LtiPlatform platform = on.platform();
    RemoteLineItem item = on.item();
    String sourcedId = item.id() + "/" + read.userId();
    states.takeTurn(platform.source(), sourcedId);
    Optional<NewestState> known = states.find(platform.source(), sourcedId);
    ObjectNode said = written(read);
    boolean nothing = read.score().isEmpty();
    boolean same =
        known
            .map(state -> state.cleared() ? nothing : said.equals(parse(state.payload())))
            .orElse(nothing);
    if (same) {
      return Optional.empty();
    }
    // What was once known and comes again is another content, or it would pass for a repetition.
    String canonical =
        said + "\nafter " + known.map(state -> state.modifiedAt().toString()).orElse("nothing");
    Instant modifiedAt = modifiedAt(read, known, now);
    return Optional.of(
        new SentResult(
            platform.source(),
            sourcedId,
            contents.student(on.course().id(), read.userId()),
            item.lineItem().orElseThrow(),
            nothing ? "not submitted" : "fully graded",
            score(on, read),
            Optional.empty(),
            LocalDate.ofInstant(modifiedAt, ZoneOffset.UTC),
            modifiedAt,
            read.comment(),
            nothing,
            List.of(),
            Content.of(new Jsonb(said.toString()), canonical)));
  }

  /** Never before what is known of it, and never ahead of our own clock. */
  private static Instant modifiedAt(RemoteResult read, Optional<NewestState> known, Instant now) {
    Instant told = read.timestamp().filter(time -> !time.isAfter(now)).orElse(now);
    return known
        .map(NewestState::modifiedAt)
        .filter(before -> !before.isBefore(told))
        .map(before -> before.isBefore(now) ? now : before.plusNanos(1_000))
        .orElse(told);
  }

  private static Optional<BigDecimal> score(On on, RemoteResult read) {
    return read.score()
        .map(score ->
            on.greatest()
                .map(greatest ->
                    score
                        .multiply(greatest)
                        .divide(read.maximum(), DECIMALS, RoundingMode.DOWN)
                        .stripTrailingZeros()
                        .min(greatest))
                .orElse(score));
  }

  private static ObjectNode written(RemoteResult read) {
    ObjectNode said = Json.mapper().createObjectNode();
    said.put("userId", read.userId());
    read.score().ifPresent(score -> said.put("resultScore", plain(score)));
    said.put("resultMaximum", plain(read.maximum()));
    read.comment().ifPresent(comment -> said.put("comment", comment));
    read.timestamp().ifPresent(time -> said.put("timestamp", time.toString()));
    return said;
  }

  /** As a text, which is the same after it was stored. */
  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }

  private static Object parse(Jsonb payload) {
    try {
      return Json.mapper().readTree(payload.text());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored payload can be read", e);
    }
  }
}
