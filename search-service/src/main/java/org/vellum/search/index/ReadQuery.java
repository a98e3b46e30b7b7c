package org.vellum.search.index;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vellum.platform.persistence.Plans;
import org.vellum.platform.usecase.Component;
import org.vellum.search.occupation.NeededSkill;
import org.vellum.search.occupation.Occupation;
import org.vellum.search.occupation.Occupations;
import org.vellum.search.vocabulary.Match;
import org.vellum.search.vocabulary.Skills;

/**
 * Looks up what the words of a query mean, before an index is asked. An occupation becomes the
 * skills that it needs, which are nice to have, each with a weight by its importance.
 */
@Component
public class ReadQuery {
  private final Skills skills;
  private final Occupations occupations;
  private final Plans plans;

  @Inject
  public ReadQuery(Skills skills, Occupations occupations, Plans plans) {
    this.skills = skills;
    this.occupations = occupations;
    this.plans = plans;
  }

  /**
   * The search that a query without faults asks for. From here on the transaction keeps its plans:
   * what is asked of words, and of those who are named, is planned longer than it takes.
   */
  Asked read(String employer, SkillQuery query, Instant now, LocalDate asOf) {
    List<Wanted> required = new ArrayList<>(query.required());
    List<Wanted> nice = new ArrayList<>(query.nice());
    List<List<Match>> all =
        skills.resolve(query.all().stream().map(Wanted::text).toList(), plans.keeping());
    List<List<Match>> answers = new ArrayList<>(all.subList(0, required.size()));
    List<List<Match>> niceAnswers = new ArrayList<>(all.subList(required.size(), all.size()));
    int atLeast = query.atLeast();
    if (query.occupation().isPresent()) {
      String text = query.occupation().get();
      Optional<Occupation> occupation = occupations.find(text);
      List<NeededSkill> needs = occupation.map(occupations::needs).orElse(List.of());
      if (needs.isEmpty()) {
        // Nobody shows what nothing is known of: it is told as unknown.
        required.add(new Wanted(text, 0));
        answers.add(List.of());
      }
      Optional<String> words = occupation.map(Occupation::words);
      needs.forEach(each -> nice.add(new Wanted(each.name(), 0, words)));
      needs.forEach(each -> niceAnswers.add(each.matches()));
      atLeast = Math.max(atLeast, needs.isEmpty() ? 0 : 1);
    }
    answers.addAll(niceAnswers);
    SkillQuery whole = new SkillQuery(required, nice, atLeast, query.filters(), query.occupation());
    return new Asked(employer, whole, answers, now, asOf);
  }
}
