package org.vellum.competency.framework.importing;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.vellum.competency.framework.Audience;
import org.vellum.competency.framework.Framework;
import org.vellum.competency.framework.FrameworkConfiguration;
import org.vellum.competency.framework.Frameworks;
import org.vellum.competency.framework.ImportRefusals;
import org.vellum.competency.framework.StoredPackages;
import org.vellum.competency.framework.casepackage.Addresses;
import org.vellum.competency.framework.casepackage.CaseClass;
import org.vellum.competency.framework.casepackage.CasePackage;
import org.vellum.competency.framework.casepackage.CasePackage.Reading;
import org.vellum.platform.configuration.PlatformConfiguration;
import org.vellum.platform.problem.Finding;
import org.vellum.platform.time.Ids;
import org.vellum.platform.usecase.UseCase;

/** Judges a package and keeps it as a plan, on which a registrar then decides. */
@UseCase
public class PlanImport {
  private static final int LONGEST_SOURCE = 500;

  private final Plans plans;
  private final Frameworks frameworks;
  private final StoredPackages packages;
  private final Ids ids;
  private final Clock clock;
  private final Addresses addresses;
  private final FrameworkConfiguration bounds;

  @Inject
  public PlanImport(
      Plans plans,
      Frameworks frameworks,
      StoredPackages packages,
      Ids ids,
      Clock clock,
      PlatformConfiguration platform,
      FrameworkConfiguration bounds) {
    this.plans = plans;
    this.frameworks = frameworks;
    this.packages = packages;
    this.ids = ids;
    this.clock = clock;
    this.addresses = new Addresses(platform.baseUrl());
    this.bounds = bounds;
  }

  /**
   * What was received, as a CASE package.
   *
   * @param json the package, CASE 1.0 or 1.1, as JSON in UTF-8
   * @param publishHere whether its objects get this server's addresses; of a framework that is here
   *     the addresses stay whose they are
   * @param source where it came from, for a person, without a secret
   * @param place what a person calls a place of the package, which is given as a JSON pointer
   * @param findingsOfEachKind how many findings of each kind are told
   * @param findings what was found before it was a package; no errors
   */
  @SuppressWarnings("ArrayRecordComponent") // bytes on their way to a parser, never compared
  public record Received(
      byte[] json,
      boolean publishHere,
      String source,
      UnaryOperator<String> place,
      int findingsOfEachKind,
      List<Finding> findings) {
    private static final int FEW = 25;

    public Received {
      findings = List.copyOf(findings);
    }

    /** A CASE package as it came. */
    public static Received of(byte[] json, boolean publishHere, String source) {
      return new Received(json, publishHere, source, UnaryOperator.identity(), FEW, List.of());
    }
  }

  /** What came of it. */
  public sealed interface Result {
    /** The plan waits. */
    record Planned(UUID plan) implements Result {}

    /** The same framework, with the same content, is here; there is nothing to decide. */
    record Same(UUID framework) implements Result {}

    /** The package cannot be taken in; the findings tell why, each with its place. */
    record Refused(List<Finding> findings) implements Result {
      public Refused {
        findings = List.copyOf(findings);
      }
    }
  }

  /**
   * Makes a plan.
   *
   * @param actor who asks, as the audit log names them
   */
  public Result plan(Received received, String actor) {
    if (received.json().length > bounds.maximumPackage()) {
      return new Result.Refused(List.of(ImportRefusals.tooLarge(bounds.maximumPackage())));
    }
    var terms = new CasePackage.Terms(addresses, received.publishHere(), bounds.maximumObjects());
    return switch (CasePackage.read(received.json(), terms, received.findingsOfEachKind())) {
      case Reading.Refused refused -> new Result.Refused(placed(refused.findings(), received));
      case Reading.Accepted accepted -> plan(accepted.casePackage(), received, actor);
    };
  }

  private Result plan(CasePackage casePackage, Received received, String actor) {
    UUID identifier = casePackage.identifier();
    Optional<Framework> here = frameworks.find(identifier, Audience.REGISTRARS);
    boolean same =
        packages
            .findFingerprints(identifier)
            .filter(fingerprints -> casePackage.isSame(fingerprints))
            .isPresent();
    if (here.isPresent() && same) {
      return new Result.Same(identifier);
    }
    List<UUID> elsewhere =
        packages.itemsElsewhere(identifier, casePackage.identifiers(CaseClass.ITEM));
    if (!elsewhere.isEmpty()) {
      return new Result.Refused(ImportRefusals.taken(elsewhere));
    }
    Plan plan =
        new Plan(
            ids.next(),
            identifier,
            here.map(Framework::changedAt),
            here.map(framework -> addresses.isOurs(framework.uri())).orElse(received.publishHere()),
            shortened(received.source()),
            placed(casePackage.findings(), received),
            clock.instant(),
            actor);
    plans.add(plan, received.json());
    return new Result.Planned(plan.id());
  }

  private static List<Finding> placed(List<Finding> found, Received received) {
    List<Finding> all = new ArrayList<>(received.findings());
    for (Finding finding : found) {
      String place = received.place().apply(finding.place());
      all.add(new Finding(finding.severity(), finding.code(), place, finding.message()));
    }
    return all;
  }

  private static String shortened(String source) {
    return source.length() <= LONGEST_SOURCE ? source : source.substring(0, LONGEST_SOURCE);
  }
}
