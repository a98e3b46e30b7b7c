package org.vellum.competency.framework.importing;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.vellum.competency.framework.Audience;
import org.vellum.competency.framework.Framework;
import org.vellum.competency.framework.FrameworkConfiguration;
import org.vellum.competency.framework.Frameworks;
import org.vellum.competency.framework.ItemUse;
import org.vellum.competency.framework.casepackage.Addresses;
import org.vellum.competency.framework.casepackage.CaseClass;
import org.vellum.competency.framework.casepackage.CasePackage;
import org.vellum.competency.framework.casepackage.CasePackage.Reading;
import org.vellum.competency.framework.importing.Differences.Named;
import org.vellum.platform.configuration.PlatformConfiguration;
import org.vellum.platform.usecase.Component;

/** Shows what a plan would do, before anybody decides. */
@Component
public class Previews {
  private final Plans plans;
  private final Frameworks frameworks;
  private final Comparison comparison;
  private final StoredObjects stored;
  private final List<ItemUse> uses;
  private final Clock clock;
  private final Addresses addresses;
  private final FrameworkConfiguration bounds;

  @Inject
  public Previews(
      Plans plans,
      Frameworks frameworks,
      Comparison comparison,
      StoredObjects stored,
      Instance<ItemUse> uses,
      Clock clock,
      PlatformConfiguration platform,
      FrameworkConfiguration bounds) {
    this(
        plans,
        frameworks,
        comparison,
        stored,
        StreamSupport.stream(uses.spliterator(), false).toList(),
        clock,
        platform,
        bounds);
  }

  /** The same with uses that are known. */
  Previews(
      Plans plans,
      Frameworks frameworks,
      Comparison comparison,
      StoredObjects stored,
      List<ItemUse> uses,
      Clock clock,
      PlatformConfiguration platform,
      FrameworkConfiguration bounds) {
    this.plans = plans;
    this.frameworks = frameworks;
    this.comparison = comparison;
    this.stored = stored;
    this.uses = List.copyOf(uses);
    this.clock = clock;
    this.addresses = new Addresses(platform.baseUrl());
    this.bounds = bounds;
  }

  /**
   * What a plan would do.
   *
   * @param plan the plan
   * @param title title of the framework, as the package says
   * @param here the framework that is here; empty if it is new
   * @param stale whether the framework here changed since the plan was made
   * @param mayMerge whether the package may be merged into what is here
   * @param differences what would change
   * @param breaks what rests on items that would be retired
   */
  public record Preview(
      Plan plan,
      String title,
      Optional<Framework> here,
      boolean stale,
      boolean mayMerge,
      Differences differences,
      List<Break> breaks) {
    public Preview {
      breaks = List.copyOf(breaks);
    }
  }

  /** Something rests on an item that would be retired. */
  public record Break(Named item, String what) {}

  /**
   * The preview of a plan, or empty if there is none.
   *
   * @param most how many differences of each kind are named
   */
  public Optional<Preview> find(UUID id, int most) {
    return plans.find(id, clock.instant()).map(plan -> preview(plan, most));
  }

  private Preview preview(Plan plan, int most) {
    CasePackage given = read(plan);
    Optional<Framework> here = frameworks.find(plan.framework(), Audience.REGISTRARS);
    Differences differences = comparison.between(here, given, most);
    JsonNode document = given.document().strict();
    return new Preview(
        plan,
        document.path("title").asText(),
        here,
        plan.isStale(here.map(Framework::changedAt)),
        here.map(this::mayMerge).orElse(true),
        differences,
        here.isPresent() ? breaks(plan, given) : List.of());
  }

  private List<Break> breaks(Plan plan, CasePackage given) {
    List<Named> gone =
        stored
            .listOthers(plan.framework(), CaseClass.ITEM, given.identifiers(CaseClass.ITEM))
            .stream()
            .map(Comparison::named)
            .toList();
    List<UUID> identifiers = gone.stream().map(Named::identifier).toList();
    Map<UUID, List<ItemUse.Use>> all =
        uses.stream()
            .flatMap(use -> use.listUses(identifiers).stream())
            .collect(Collectors.groupingBy(ItemUse.Use::item));
    return gone.stream()
        .flatMap(item ->
            all.getOrDefault(item.identifier(), List.of()).stream()
                .map(use -> new Break(item, use.what())))
        .toList();
  }

  /**
   * Whether changes of its publisher may be merged into a framework: it is a draft, or a mirror of
   * what is published elsewhere. What this institution publishes and put in force stays as it is.
   */
  boolean mayMerge(Framework here) {
    return here.draft() || !addresses.isOurs(here.uri());
  }

  /** The package of a plan, which was judged when the plan was made. */
  CasePackage read(Plan plan) {
    var terms = new CasePackage.Terms(addresses, plan.publishHere(), bounds.maximumObjects());
    return switch (CasePackage.read(plans.getPackage(plan.id()), terms)) {
      case Reading.Accepted accepted -> accepted.casePackage();
      case Reading.Refused refused ->
          throw new IllegalStateException("the plan was accepted before: " + refused.findings());
    };
  }
}
