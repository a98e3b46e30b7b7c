package org.vellum.competency.framework.casepackage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Decides the addresses of a package's objects and of the links among them. The publisher's address
 * is canonical and kept, unless it is missing or none that a client could follow, or the package
 * shall be published under this server's own addresses.
 */
final class Links {
  private static final Pattern FOLLOWABLE = Pattern.compile("https?://[^\\s<>\"\\\\]{1,4000}");
  private static final Pattern TARGET_TYPE = Pattern.compile("CASE|ext:[a-zA-Z0-9._-]+");

  private final Addresses addresses;
  private final boolean publishHere;
  private final PackageIndex index;
  private final Map<UUID, Mention> mentioned = new LinkedHashMap<>();

  /** Where a definition was first linked to. */
  record Mention(String target, String place) {}

  Links(Addresses addresses, boolean publishHere, PackageIndex index) {
    this.addresses = addresses;
    this.publishHere = publishHere;
    this.index = index;
  }

  /** The definitions to which anything linked so far. */
  Map<UUID, Mention> mentioned() {
    return mentioned;
  }

  /** The canonical address of an object, or empty if its publisher gave none to follow. */
  Optional<String> canonical(CaseClass type, Optional<UUID> identifier, String given) {
    if (publishHere) {
      return Optional.of(own(type, identifier));
    }
    return Optional.of(given).filter(Links::canBeFollowed);
  }

  /** The object's address on this server; a part of a rubric is reached through the rubric. */
  String own(CaseClass type, Optional<UUID> identifier) {
    return identifier.map(id -> addresses.of(type, id)).orElse("");
  }

  /** The canonical address of the package of this document. */
  String ofPackage(ObjectNode document, UUID identifier) {
    String given = document.path("CFPackageURI").path("uri").asText();
    return publishHere || !canBeFollowed(given) ? addresses.of("CFPackages", identifier) : given;
  }

  static boolean canBeFollowed(String address) {
    return FOLLOWABLE.matcher(address).matches();
  }

  /** LinkURI: title, identifier and uri are required. */
  Optional<JsonNode> link(JsonNode value, String target, String place) {
    Optional<UUID> identifier =
        CaseIdentifier.parse(value.path("identifier").asText())
            .or(() -> CaseIdentifier.inAddress(value.path("uri").asText()));
    identifier.ifPresent(id -> mentioned.putIfAbsent(id, new Mention(target, place)));
    return identifier.map(id ->
        written(
            title(value, Optional.of(id), id.toString()),
            id.toString(),
            address(value, Optional.of(id), target)));
  }

  Optional<JsonNode> links(JsonNode value, String target, String place) {
    ArrayNode links = JsonNodeFactory.instance.arrayNode();
    if (value.isObject()) {
      link(value, target, place).ifPresent(links::add);
    }
    for (int i = 0; value.isArray() && i < value.size(); i++) {
      link(value.path(i), target, place + "/" + i).ifPresent(links::add);
    }
    return value.isArray() || !links.isEmpty() ? Optional.of(links) : Optional.empty();
  }

  /** LinkGenURI: as LinkURI, but its identifier may be any text. */
  Optional<JsonNode> node(JsonNode value) {
    String uri = value.path("uri").asText();
    String given = value.path("identifier").asText();
    Optional<UUID> known = CaseIdentifier.parse(given).or(() -> fromAddress(given, uri));
    String identifier = known.map(UUID::toString).orElse(given.isEmpty() ? uri : given);
    String address = address(value, known, CaseClass.ITEM.collection());
    if (identifier.isBlank() || address.isBlank()) {
      return Optional.empty();
    }
    ObjectNode node = written(title(value, known, identifier), identifier, address);
    String targetType = value.path("targetType").asText();
    if (TARGET_TYPE.matcher(targetType).matches()) {
      node.put("targetType", targetType);
    }
    return Optional.of(node);
  }

  private static Optional<UUID> fromAddress(String given, String uri) {
    return given.isBlank() ? CaseIdentifier.inAddress(uri) : Optional.empty();
  }

  private String address(JsonNode value, Optional<UUID> identifier, String target) {
    Optional<PackageIndex.Entry> here = identifier.flatMap(index::target);
    String given = value.path("uri").asText();
    if (here.isPresent() && (publishHere || !canBeFollowed(given))) {
      return here.get().uri;
    }
    if (canBeFollowed(given) || identifier.isEmpty()) {
      return given;
    }
    return addresses.of(target, identifier.get());
  }

  private String title(JsonNode value, Optional<UUID> identifier, String otherwise) {
    String given = value.path("title").asText();
    return given.isBlank()
        ? identifier.flatMap(index::target).map(entry -> entry.title).orElse(otherwise)
        : given;
  }

  private static ObjectNode written(String title, String identifier, String uri) {
    ObjectNode link = JsonNodeFactory.instance.objectNode();
    return link.put("title", title).put("identifier", identifier).put("uri", uri);
  }
}
