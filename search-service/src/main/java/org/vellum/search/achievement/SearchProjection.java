package org.vellum.search.achievement;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vellum.contracts.Competency;
import org.vellum.contracts.CredentialRevoked;
import org.vellum.contracts.FrameworkAdopted;
import org.vellum.contracts.KeyCompromised;
import org.vellum.contracts.LearnerEnrolled;
import org.vellum.contracts.ProgramPublished;
import org.vellum.contracts.PublishedAchievement;
import org.vellum.contracts.RecordPublished;
import org.vellum.platform.event.EventConsumer;
import org.vellum.platform.event.EventContext;
import org.vellum.platform.usecase.Component;
import org.vellum.search.index.Entries;
import org.vellum.search.vocabulary.Crosswalks;
import org.vellum.search.vocabulary.SkillDraft;
import org.vellum.search.vocabulary.Skills;

/** Keeps what other services tell. Reading an event again changes nothing. */
@Component
public class SearchProjection implements EventConsumer {
  private final Learners learners;
  private final Programs programs;
  private final Achievements achievements;
  private final Skills skills;
  private final Crosswalks crosswalks;
  private final Entries entries;

  @Inject
  SearchProjection(
      Learners learners,
      Programs programs,
      Achievements achievements,
      Skills skills,
      Crosswalks crosswalks,
      Entries entries) {
    this.learners = learners;
    this.programs = programs;
    this.achievements = achievements;
    this.skills = skills;
    this.crosswalks = crosswalks;
    this.entries = entries;
  }

  @Override
  public String cursor() {
    return "search.achievements";
  }

  @Override
  public Set<Class<? extends Record>> reads() {
    return Set.of(
        CredentialRevoked.class,
        FrameworkAdopted.class,
        KeyCompromised.class,
        LearnerEnrolled.class,
        ProgramPublished.class,
        RecordPublished.class);
  }

  @Override
  public void consume(Record event, EventContext context) {
    switch (event) {
      case FrameworkAdopted fact -> keep(fact);
      case LearnerEnrolled fact -> learners.keep(fact, context.position());
      case ProgramPublished fact -> keep(fact, context.position());
      case RecordPublished fact -> keep(fact, context);
      case CredentialRevoked fact -> revoke(fact);
      case KeyCompromised fact -> compromise(fact);
      default ->
          throw new IllegalArgumentException("not asked for: " + event.getClass().getSimpleName());
    }
  }

  private void keep(RecordPublished fact, EventContext context) {
    if (achievements.begin(fact, context.position())) {
      List<Long> known =
          fact.achievements().stream().map(each -> skills.keep(skill(each))).toList();
      achievements.keep(fact, known);
      entries.renew(fact.learner());
    }
  }

  private void keep(ProgramPublished fact, long position) {
    entries.regroup(fact.code());
    programs.keep(fact, position);
    entries.regroup(fact.code());
  }

  private void revoke(CredentialRevoked fact) {
    achievements.revoke(fact);
    entries.drop(fact.credential());
  }

  private void compromise(KeyCompromised fact) {
    achievements.compromise(fact);
    entries.dropSignedBy(fact.verificationMethod(), fact.since());
  }

  private void keep(FrameworkAdopted fact) {
    fact.items()
        .forEach(item ->
            skills.keep(
                new SkillDraft(
                    item.uri(),
                    item.statement(),
                    item.humanCode(),
                    item.labels(),
                    fact.title(),
                    Optional.of(item.identifier()),
                    Optional.empty(),
                    true)));
    crosswalks.keep(
        fact.framework(),
        fact.associations().stream()
            .map(each ->
                new Crosswalks.Association(each.type(), each.originUri(), each.destinationUri()))
            .toList());
  }

  private static SkillDraft skill(PublishedAchievement achievement) {
    return achievement
        .competency()
        .map(competency -> skill(competency))
        .orElseGet(() ->
            SkillDraft.ofCourse(achievement.courseSourcedId().orElseThrow(), achievement.name()));
  }

  private static SkillDraft skill(Competency competency) {
    return new SkillDraft(
        competency.uri(),
        competency.statement(),
        competency.humanCode(),
        List.of(),
        competency.frameworkTitle(),
        Optional.of(competency.identifier()),
        Optional.empty(),
        false);
  }
}
