package org.vellum.competency.catalogue.caseexport;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.vellum.competency.catalogue.Prerequisite;
import org.vellum.competency.catalogue.Prerequisites;
import org.vellum.competency.framework.Frameworks;
import org.vellum.contracts.Competency;
import org.vellum.platform.configuration.PlatformConfiguration;
import org.vellum.platform.usecase.Component;

/**
 * The prerequisites of competencies as a CFPackage of CASE 1.1: an association {@code precedes} for
 * each, from what comes first to what comes after it. Those of drafts stay here.
 */
@Component
public class PrerequisitesPackage {
  /** Where the package is served. */
  static final String PATH = "/competency/catalogue/prerequisites/package";

  private static final int LONGEST_TITLE = 100;

  private final Prerequisites prerequisites;
  private final Frameworks frameworks;
  private final PlatformConfiguration platform;

  @Inject
  public PrerequisitesPackage(
      Prerequisites prerequisites, Frameworks frameworks, PlatformConfiguration platform) {
    this.prerequisites = prerequisites;
    this.frameworks = frameworks;
    this.platform = platform;
  }

  /** The package as it is now. */
  public ObjectNode json() {
    Map<UUID, Instant> since = prerequisites.since();
    ObjectNode whole = JsonNodeFactory.instance.objectNode();
    ObjectNode document = whole.putObject("CFDocument");
    whole.putArray("CFItems");
    ArrayNode associations = whole.putArray("CFAssociations");
    Instant changed = Instant.EPOCH;
    for (Map.Entry<UUID, Prerequisite> each : prerequisites.inForce().entrySet()) {
      Instant begun = since.getOrDefault(each.getKey(), Instant.EPOCH);
      Optional<ObjectNode> association = association(each.getKey(), each.getValue(), begun);
      if (association.isPresent()) {
        associations.add(association.get());
        changed = begun.isAfter(changed) ? begun : changed;
      }
    }
    String address = platform.address(PATH).toString();
    document
        .put("identifier", identifier(address).toString())
        .put("uri", address)
        .put("creator", platform.institutionName())
        .put("title", "Prerequisites at " + platform.institutionName())
        .put("lastChangeDateTime", changed.toString())
        .put("adoptionStatus", "Implemented");
    return whole;
  }

  /** Empty unless both ends are competencies that everybody may see. */
  private Optional<ObjectNode> association(UUID id, Prerequisite prerequisite, Instant begun) {
    List<UUID> ends = prerequisite.competencies();
    if (ends.isEmpty()) {
      return Optional.empty();
    }
    Optional<Competency> after = frameworks.findCompetency(ends.get(0));
    Optional<Competency> before = frameworks.findCompetency(ends.get(1));
    if (after.isEmpty() || before.isEmpty()) {
      return Optional.empty();
    }
    UUID identifier = identifier(id.toString());
    ObjectNode association = JsonNodeFactory.instance.objectNode();
    association
        .put("identifier", identifier.toString())
        .put("associationType", "precedes")
        .put("uri", platform.address(PATH) + "#" + identifier);
    association.set("originNodeURI", node(before.get()));
    association.set("destinationNodeURI", node(after.get()));
    days(prerequisite).ifPresent(days -> association.put("notes", days));
    return Optional.of(association.put("lastChangeDateTime", begun.toString()));
  }

  /** CASE has no days for an association: they are told to people. */
  private static Optional<String> days(Prerequisite prerequisite) {
    String from = prerequisite.from().map(day -> "From " + day).orElse("");
    String to = prerequisite.to().map(day -> "until before " + day).orElse("");
    return Optional.of((from + " " + to).strip()).filter(days -> !days.isEmpty());
  }

  private static ObjectNode node(Competency competency) {
    String statement = competency.statement();
    return JsonNodeFactory.instance
        .objectNode()
        .put(
            "title",
            statement.codePointCount(0, statement.length()) <= LONGEST_TITLE
                ? statement
                : statement.substring(0, statement.offsetByCodePoints(0, LONGEST_TITLE)))
        .put("identifier", competency.identifier().toString())
        .put("uri", competency.uri());
  }

  /** CASE wants versions 1 to 5; our rows have version 7. The same name has always the same. */
  private static UUID identifier(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(UTF_8));
  }
}
