package org.vellum.competency.evaluation.judging;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vellum.competency.evaluation.RecordResult;
import org.vellum.competency.evaluation.Recorded;
import org.vellum.competency.evaluation.SentResult;
import org.vellum.competency.evaluation.Teaching;
import org.vellum.competency.evaluation.Teaching.Teacher;
import org.vellum.platform.persistence.StorableText;
import org.vellum.platform.usecase.UseCase;

/** Records what a person judged of a learner of theirs, by a rubric or by a number. */
@UseCase
public class RecordJudgement {
  private static final int LONGEST = 20_000;
  private static final int MOST_EVIDENCE = 20;
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,12}(\\.\\d{1,8})?");

  private final Teaching teaching;
  private final GivenRubrics rubrics;
  private final RecordResult recordResult;
  private final Clock clock;

  @Inject
  public RecordJudgement(
      Teaching teaching, GivenRubrics rubrics, RecordResult recordResult, Clock clock) {
    this.teaching = teaching;
    this.rubrics = rubrics;
    this.recordResult = recordResult;
    this.clock = clock;
  }

  /**
   * What a form said.
   *
   * @param lineItem {@code sourcedId} of what is evaluated
   * @param student {@code sourcedId} of the learner
   * @param rubric identifier of the rubric; empty if a number is given
   * @param score the number; empty if a rubric is used
   * @param day the day of the score
   * @param comment for the learner
   * @param evidence addresses, one on each line
   * @param corrects the fact that the form showed; empty if it showed none
   * @param levels identifiers of levels, by those of criteria
   */
  public record Said(
      String lineItem,
      String student,
      String rubric,
      String score,
      String day,
      String comment,
      String evidence,
      String corrects,
      Map<String, String> levels) {
    public Said {
      levels = Map.copyOf(levels);
    }
  }

  /** What became of it. */
  public sealed interface Result {
    /** It is a fact now, or was one already. */
    record Kept() implements Result {}

    /** There is no such line item or learner in a class of this person's. */
    record NotYours() implements Result {}

    /** Somebody evaluated the same meanwhile. */
    record Overtaken() implements Result {}

    /** Something is missing or cannot hold; one sentence says what. */
    record Refused(String sentence) implements Result {}
  }

  /** Records it, unless something speaks against it. */
  public Result record(Teacher teacher, Said said) {
    Optional<Teaching.Item> item = teaching.find(teacher, said.lineItem());
    if (item.isEmpty() || teaching.student(teacher, said.lineItem(), said.student()).isEmpty()) {
      return new Result.NotYours();
    }
    Optional<Rubric> rubric = rubrics.find(said.rubric());
    Optional<String> fault = fault(said, rubric);
    if (fault.isPresent()) {
      return new Result.Refused(fault.get());
    }
    SentResult sent = judgement(teacher, said, item.get(), rubric).sent(clock.instant());
    Optional<Teaching.Judged> newest = teaching.judged(sent.source(), sent.sourcedId());
    String shown = newest.map(judged -> judged.id().toString()).orElse("");
    if (!shown.equals(said.corrects())) {
      boolean again =
          newest.filter(judged -> judged.digest().equals(sent.content().digest())).isPresent();
      return again ? new Result.Kept() : new Result.Overtaken();
    }
    return switch (recordResult.record(sent)) {
      case Recorded.Stored stored -> new Result.Kept();
      case Recorded.AlreadyKnown known -> new Result.Kept();
      case Recorded.Stale stale -> new Result.Overtaken();
      case Recorded.Overtaken overtaken -> new Result.Overtaken();
      case Recorded.Refused refused -> new Result.Refused(refused.sentence());
    };
  }

  /** The first thing that is missing or cannot hold. */
  private static Optional<String> fault(Said said, Optional<Rubric> rubric) {
    if (!StorableText.isStorable(said.comment()) || said.comment().length() > LONGEST) {
      return Optional.of("A comment has at most " + LONGEST + " characters.");
    }
    if (day(said).isEmpty()) {
      return Optional.of("Say the day of the score, such as 2026-05-03.");
    }
    if (evidence(said).size() > MOST_EVIDENCE
        || !evidence(said).stream().allMatch(RecordJudgement::isWebAddress)) {
      return Optional.of(
          "Evidence is up to " + MOST_EVIDENCE + " addresses that begin with https://.");
    }
    if (!said.rubric().isEmpty()) {
      return rubric.isEmpty()
          ? Optional.of("There is no such rubric.")
          : missing(said, rubric.get());
    }
    return NUMBER.matcher(said.score()).matches()
        ? Optional.empty()
        : Optional.of("Give a score as a number, such as 7.5.");
  }

  private static Optional<String> missing(Said said, Rubric rubric) {
    if (rubric.criteria().isEmpty()) {
      return Optional.of("The rubric has no criterion with levels.");
    }
    return rubric.criteria().stream()
        .filter(criterion -> chosen(said, criterion).isEmpty())
        .findFirst()
        .map(criterion -> "Choose a level for “" + criterion.title() + "”.");
  }

  private static Optional<Rubric.Level> chosen(Said said, Rubric.Criterion criterion) {
    return criterion.find(said.levels().getOrDefault(criterion.identifier(), ""));
  }

  private static Judgement judgement(
      Teacher teacher, Said said, Teaching.Item item, Optional<Rubric> rubric) {
    Map<Rubric.Criterion, Rubric.Level> levels = new HashMap<>();
    rubric
        .map(Rubric::criteria)
        .orElse(List.of())
        .forEach(criterion -> levels.put(criterion, chosen(said, criterion).orElseThrow()));
    return new Judgement(
        item,
        said.student(),
        teacher.username(),
        day(said).orElseThrow(),
        said.comment(),
        evidence(said),
        said.corrects(),
        rubric.isPresent() ? Optional.empty() : Optional.of(new BigDecimal(said.score())),
        rubric,
        levels);
  }

  private static Optional<LocalDate> day(Said said) {
    try {
      return Optional.of(LocalDate.parse(said.day()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static List<String> evidence(Said said) {
    return said.evidence().lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  private static boolean isWebAddress(String text) {
    try {
      URI address = new URI(text);
      return "https".equals(address.getScheme())
          && address.getHost() != null
          && text.length() <= 2_000;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
