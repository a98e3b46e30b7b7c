package org.vellum.competency.framework.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vellum.competency.framework.Framework;
import org.vellum.competency.framework.casepackage.CaseClass;
import org.vellum.competency.framework.casepackage.CaseObject;
import org.vellum.competency.framework.casepackage.CasePackage;
import org.vellum.competency.framework.importing.Differences.Changed;
import org.vellum.competency.framework.importing.Differences.MemberChange;
import org.vellum.competency.framework.importing.Differences.Named;
import org.vellum.competency.framework.importing.StoredObjects.Stored;
import org.vellum.platform.json.Json;
import org.vellum.platform.usecase.Component;

/** Compares a package with the framework that is here, object by object, member by member. */
@Component
public class Comparison {
  private static final int AT_A_TIME = 500;
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_VALUE = 5_000;

  private final StoredObjects stored;

  @Inject
  public Comparison(StoredObjects stored) {
    this.stored = stored;
  }

  /**
   * Compares.
   *
   * @param here the framework that is here; empty if there is none, and all is new
   * @param most how many differences of each kind are named
   */
  Differences between(Optional<Framework> here, CasePackage given, int most) {
    Gathering gathering = new Gathering(here, most);
    gathering.add(given.document());
    given.forEach(gathering::add);
    gathering.finish(given);
    return gathering.differences();
  }

  private final class Gathering {
    private final Optional<Framework> here;
    private final int most;
    private final Map<CaseClass, List<CaseObject>> waiting = new EnumMap<>(CaseClass.class);
    private final Map<CaseClass, int[]> counts = new EnumMap<>(CaseClass.class);
    private final List<Named> added = new ArrayList<>();
    private final List<Changed> changed = new ArrayList<>();
    private final List<Named> gone = new ArrayList<>();

    Gathering(Optional<Framework> here, int most) {
      this.here = here;
      this.most = most;
    }

    void add(CaseObject object) {
      if (object.variant()) {
        return;
      }
      List<CaseObject> batch =
          waiting.computeIfAbsent(object.type(), type -> new ArrayList<>(AT_A_TIME));
      batch.add(object);
      if (batch.size() == AT_A_TIME) {
        compare(object.type(), batch);
      }
    }

    void finish(CasePackage given) {
      waiting.forEach(this::compare);
      if (here.isPresent()) {
        for (CaseClass type : given.fingerprints().keySet()) {
          if (type != CaseClass.DOCUMENT) {
            findGone(here.get().identifier(), type, given.identifiers(type));
          }
        }
      }
    }

    private void findGone(UUID framework, CaseClass type, List<UUID> identifiers) {
      for (Stored each : stored.listOthers(framework, type, identifiers)) {
        count(type)[2]++;
        keep(gone, named(type, each.identifier(), tree(each.sent())));
      }
    }

    private void compare(CaseClass type, List<CaseObject> batch) {
      Map<UUID, Stored> known =
          here.isPresent()
              ? stored.find(
                  here.get().identifier(),
                  type,
                  batch.stream().map(CaseObject::identifier).toList())
              : Map.of();
      batch.forEach(object -> compare(object, known.get(object.identifier())));
      batch.clear();
    }

    private void compare(CaseObject object, @Nullable Stored before) {
      int[] count = count(object.type());
      Named named = named(object.type(), object.identifier(), object.strict());
      if (before == null) {
        count[0]++;
        keep(added, named);
        return;
      }
      List<MemberChange> members = members(object, before);
      if (members.isEmpty()) {
        count[3]++;
      } else {
        count[1]++;
        keep(changed, new Changed(named, members));
      }
    }

    private List<MemberChange> members(CaseObject object, Stored before) {
      ObjectNode strict = object.strict();
      ObjectNode sent = tree(before.sent());
      if (object.type() == CaseClass.DOCUMENT) {
        strict = MergedDocument.of(sent, here.orElseThrow().draft(), strict);
      }
      Map<String, MemberChange> changes = new LinkedHashMap<>();
      compareMembers(sent, strict, changes);
      if (!before.fingerprint().equals(object.fingerprint())) {
        // What only what was received tells: members that CASE does not know, or cannot serve.
        Map<String, MemberChange> received = new LinkedHashMap<>();
        compareMembers(tree(before.received()), tree(object.received()), received);
        ObjectNode after = strict;
        received.forEach((name, change) -> {
          if (!after.has(name) && !sent.has(name)) {
            changes.putIfAbsent(name, change);
          }
        });
      }
      return List.copyOf(changes.values());
    }

    private int[] count(CaseClass type) {
      return counts.computeIfAbsent(type, each -> new int[4]);
    }

    private <T> void keep(List<T> list, T element) {
      if (list.size() < most) {
        list.add(element);
      }
    }

    Differences differences() {
      List<Differences.Count> all = new ArrayList<>();
      counts.forEach((type, count) ->
          all.add(
              new Differences.Count(type.collection(), count[0], count[1], count[2], count[3])));
      return new Differences(all, added, changed, gone);
    }
  }

  private static void compareMembers(
      ObjectNode before, ObjectNode after, Map<String, MemberChange> changes) {
    Set<String> names = new LinkedHashSet<>();
    before.fieldNames().forEachRemaining(names::add);
    after.fieldNames().forEachRemaining(names::add);
    for (String name : names) {
      if (!before.path(name).equals(after.path(name))) {
        changes.put(
            name, new MemberChange(name, shown(before.path(name)), shown(after.path(name))));
      }
    }
  }

  private static String shown(JsonNode value) {
    String text = value.isValueNode() && !value.isNull() ? value.asText() : value.toString();
    return shortened(text, LONGEST_VALUE);
  }

  /** An item by its name. */
  static Named named(Stored item) {
    return named(CaseClass.ITEM, item.identifier(), tree(item.sent()));
  }

  private static Named named(CaseClass type, UUID identifier, JsonNode object) {
    String name =
        switch (type) {
          case ITEM ->
              (object.path("humanCodingScheme").asText()
                      + " "
                      + object.path("fullStatement").asText())
                  .strip();
          case ASSOCIATION ->
              object.path("originNodeURI").path("title").asText()
                  + " "
                  + object.path("associationType").asText()
                  + " "
                  + object.path("destinationNodeURI").path("title").asText();
          default -> object.path("title").asText();
        };
    return new Named(type.collection(), identifier, shortened(name, LONGEST_NAME));
  }

  private static String shortened(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest) + "…";
  }

  private static ObjectNode tree(String json) {
    try {
      return (ObjectNode) Json.mapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what we stored can be read", e);
    }
  }
}
