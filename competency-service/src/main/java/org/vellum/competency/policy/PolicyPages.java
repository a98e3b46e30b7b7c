package org.vellum.competency.policy;

import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vellum.competency.framework.Framework;
import org.vellum.competency.framework.FrameworkOutline;
import org.vellum.competency.mastery.policy.Policies;
import org.vellum.competency.mastery.policy.PolicyVersion;
import org.vellum.competency.mastery.policy.RubricLevels;
import org.vellum.competency.roster.Learner;
import org.vellum.competency.roster.Roster;
import org.vellum.platform.pages.Page;
import org.vellum.platform.usecase.Component;

/** The pages of policies, filled. */
@Component
public class PolicyPages {
  static final String LIST = "org/vellum/competency/policy/policies";
  static final String PREVIEW = "org/vellum/competency/policy/preview";

  private final Policies policies;
  private final PreviewPolicy preview;
  private final RubricLevels levels;
  private final FrameworkOutline outline;
  private final Roster roster;

  @Inject
  public PolicyPages(
      Policies policies,
      PreviewPolicy preview,
      RubricLevels levels,
      FrameworkOutline outline,
      Roster roster) {
    this.policies = policies;
    this.preview = preview;
    this.levels = levels;
    this.outline = outline;
    this.roster = roster;
  }

  /** A version as a line of the list: what it is for by name. */
  public record Row(SentPolicy policy, String place) {}

  /** What a preview says of one learner and one competency, by their names. */
  public record Line(
      UUID learner, String name, String competency, boolean gains, String explanation) {}

  List<PolicyVersion> versions(UUID framework, int offset) {
    return policies.list(framework, PoliciesResource.PAGE_SIZE, offset);
  }

  Optional<PolicyVersion> find(UUID framework, UUID id) {
    return policies.find(framework, id);
  }

  PreviewPolicy.Part part(PolicyVersion version, @Nullable UUID after) {
    return preview.preview(version, Optional.ofNullable(after), PoliciesResource.PAGE_SIZE);
  }

  /** All versions; for a registrar, with the form. */
  Page list(Framework framework, int offset, String competency, boolean mayChange) {
    List<FrameworkOutline.Line> items = outline.lines(framework.identifier());
    Map<UUID, String> names = names(items);
    List<Row> rows =
        versions(framework.identifier(), offset).stream()
            .map(version -> new Row(SentPolicy.of(version), place(version, names)))
            .toList();
    return Page.of(
        LIST,
        Map.of(
            "framework", framework,
            "rows", rows,
            "levels", levels.list(framework.identifier()),
            "items", items,
            "competency", competency,
            "offset", offset,
            "size", PoliciesResource.PAGE_SIZE,
            "mayChange", mayChange));
  }

  /** A version with whom it would affect. */
  Page preview(Framework framework, PolicyVersion version, @Nullable UUID after) {
    Map<UUID, String> names = names(outline.lines(framework.identifier()));
    boolean open = version.state() == PolicyVersion.State.PROPOSED;
    PreviewPolicy.Part part =
        open ? part(version, after) : new PreviewPolicy.Part(List.of(), 0, Optional.empty());
    Map<UUID, String> learners = new HashMap<>();
    List<Line> lines =
        part.affected().stream()
            .map(each ->
                new Line(
                    each.learner(),
                    learners.computeIfAbsent(each.learner(), this::name),
                    names.getOrDefault(each.competency(), each.competency().toString()),
                    each.gains(),
                    each.explanation()))
            .toList();
    return Page.of(
        PREVIEW,
        Map.of(
            "framework", framework,
            "policy", SentPolicy.of(version),
            "place", place(version, names),
            "gains", lines.stream().filter(Line::gains).toList(),
            "keeps", lines.stream().filter(line -> !line.gains()).toList(),
            "judged", part.judged(),
            "next", part.next(),
            "open", open));
  }

  private String name(UUID learner) {
    return roster.findLearner(learner).map(PolicyPages::name).orElseGet(learner::toString);
  }

  private static String name(Learner learner) {
    return learner.familyName() + ", " + learner.givenName();
  }

  private static Map<UUID, String> names(List<FrameworkOutline.Line> items) {
    Map<UUID, String> names = new HashMap<>();
    items.forEach(item ->
        names.put(
            item.identifier(),
            item.code().map(code -> code + " " + item.statement()).orElse(item.statement())));
    return names;
  }

  private static String place(PolicyVersion version, Map<UUID, String> names) {
    return version
        .competency()
        .map(competency -> names.getOrDefault(competency, competency.toString()))
        .orElse("The whole framework");
  }
}
