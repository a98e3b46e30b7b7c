package org.vellum.transcript.issuing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vellum.platform.json.Json;
import org.vellum.platform.usecase.Component;
import org.vellum.transcript.issuer.Issuer;
import org.vellum.transcript.issuer.KeyHistory;
import org.vellum.transcript.records.Attainment;
import org.vellum.transcript.records.Attainments;
import org.vellum.transcript.records.Completion;
import org.vellum.transcript.records.Learner;
import org.vellum.transcript.status.Revocations;

/** Compares what a learner achieved with what was issued. Writes nothing. */
@Component
class RecordDrafts {
  /** Counts the forms that our credentials had; a new form makes every credential a new one. */
  private static final int FORM = 1;

  private final Attainments attainments;
  private final IssuedAchievements issued;
  private final PublishedRecords records;
  private final Revocations revocations;
  private final Issuer issuer;
  private final KeyHistory history;

  @Inject
  RecordDrafts(
      Attainments attainments,
      IssuedAchievements issued,
      PublishedRecords records,
      Revocations revocations,
      Issuer issuer,
      KeyHistory history) {
    this.attainments = attainments;
    this.issued = issued;
    this.records = records;
    this.revocations = revocations;
    this.issuer = issuer;
    this.history = history;
  }

  /** What a credential says, for telling whether it must be signed again. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  private record Content(
      int form,
      String issuer,
      String name,
      String sourcedId,
      Optional<String> email,
      Record fact) {}

  /** The draft of a learner's record as of now. */
  RecordDraft of(Learner learner) {
    List<Attainment> attained = attainments.listOf(learner.id());
    List<Completion> completed = attainments.listCompletionsOf(learner.id());
    List<IssuedAchievement> earlier = issued.listOf(learner.id());
    Optional<PublishedRecord> current = records.findCurrent(learner.id());
    Set<UUID> revoked =
        revocations
            .among(
                Stream.concat(
                        earlier.stream().map(IssuedAchievement::id),
                        current.map(PublishedRecord::id).stream())
                    .toList())
            .keySet();
    Predicate<String> disbelieved = history.disbelieved();
    Sorting sorting = new Sorting(earlier, revoked, disbelieved);
    List<Achieved> standing = standing(attained, completed);
    standing.forEach(each -> sorting.sort(each, contentHash(each, learner)));
    return new RecordDraft(
        standing,
        List.copyOf(sorting.fresh),
        List.copyOf(sorting.reused),
        corrections(earlier, revoked, withdrawn(attained, completed)),
        List.copyOf(sorting.leftOut),
        current,
        current.map(record -> records.listAchievementIds(record.id())).orElse(Set.of()),
        current.map(record -> revoked.contains(record.id())).orElse(false),
        current.map(record -> disbelieved.test(record.credential())).orElse(false));
  }

  /** SHA-256 of what a credential about this would say, in hexadecimal. */
  String contentHash(Achieved achieved, Learner learner) {
    Content content =
        new Content(
            FORM,
            issuer.did(),
            learner.name(),
            learner.sourcedId(),
            issuer.identifying(learner.email()),
            achieved.fact());
    try {
      byte[] bytes = Json.mapper().writeValueAsBytes(content);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (JsonProcessingException | NoSuchAlgorithmException e) {
      throw new IllegalStateException("a record can be written and every JDK has SHA-256", e);
    }
  }

  private static List<Achieved> standing(List<Attainment> attained, List<Completion> completed) {
    Stream<Achieved> competencies =
        attained.stream().filter(Attainment::stands).map(a -> new Achieved.OfCompetency(a.fact()));
    Stream<Achieved> courses =
        completed.stream().filter(Completion::stands).map(c -> new Achieved.OfCourse(c.fact()));
    return Stream.concat(courses, competencies).sorted(Achieved.ORDER).toList();
  }

  private static Set<UUID> withdrawn(List<Attainment> attained, List<Completion> completed) {
    return Stream.concat(
            attained.stream().filter(a -> !a.stands()).map(a -> a.fact().attainment()),
            completed.stream().filter(c -> !c.stands()).map(c -> c.fact().completion()))
        .collect(Collectors.toSet());
  }

  private static List<IssuedAchievement> corrections(
      List<IssuedAchievement> earlier, Set<UUID> revoked, Set<UUID> withdrawn) {
    return earlier.stream()
        .filter(credential -> !revoked.contains(credential.id()))
        .filter(credential -> withdrawn.contains(credential.fact()))
        .toList();
  }

  /** Sorts what stands by what was last issued about it. */
  private static final class Sorting {
    private final Map<UUID, IssuedAchievement> last;
    private final Set<UUID> revoked;
    private final Predicate<String> disbelieved;
    private final List<Achieved> fresh = new ArrayList<>();
    private final List<IssuedAchievement> reused = new ArrayList<>();
    private final List<Achieved> leftOut = new ArrayList<>();

    Sorting(List<IssuedAchievement> earlier, Set<UUID> revoked, Predicate<String> disbelieved) {
      this.last =
          earlier.stream()
              .collect(
                  Collectors.toMap(IssuedAchievement::fact, each -> each, (old, newer) -> newer));
      this.revoked = revoked;
      this.disbelieved = disbelieved;
    }

    void sort(Achieved achieved, String contentHash) {
      IssuedAchievement known = last.get(achieved.id());
      if (known == null) {
        fresh.add(achieved);
      } else if (revoked.contains(known.id())) {
        // Publishing must not undo what a registrar decided about this credential.
        leftOut.add(achieved);
      } else if (known.contentHash().equals(contentHash) && !disbelieved.test(known.credential())) {
        reused.add(known);
      } else {
        fresh.add(achieved);
      }
    }
  }
}
