package org.vellum.competency.framework.casepackage;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What a package holds, known after its first reading: enough to resolve every link in it. */
final class PackageIndex {
  private static final int LONGEST_TITLE = 100;

  private final Map<CaseClass, Map<UUID, Entry>> entries = new EnumMap<>(CaseClass.class);
  private final Map<UUID, Entry> targets = new HashMap<>();
  private String documentChange = "";
  private String packageUri = "";

  /**
   * What bears an identifier: mostly one object. Where a publisher gave the same identifier to
   * objects that say different things, the first is the one that is served, and the others are kept
   * as variants.
   */
  static final class Entry {
    final CaseClass type;
    final String uri;
    final String title;
    private final Map<String, List<Integer>> positions = new LinkedHashMap<>(2);

    Entry(CaseClass type, String uri, String title) {
      this.type = type;
      this.uri = uri;
      this.title = title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE) : title;
    }

    /** Whether an object that says the same was registered before. */
    boolean says(String fingerprint) {
      return positions.containsKey(fingerprint);
    }

    void stands(int position, String fingerprint) {
      positions.computeIfAbsent(fingerprint, each -> new ArrayList<>(1)).add(position);
    }

    /** The positions of the variant that stands first at this one, or empty. */
    Optional<List<Integer>> firstAt(int position) {
      return positions.values().stream()
          .filter(places -> places.getFirst() == position)
          .findFirst();
    }

    /** Where the object stands that is served. */
    int position() {
      return positions.values().iterator().next().getFirst();
    }

    /** Equal for entries that say the same, with all variants. */
    String fingerprint() {
      return positions.size() == 1
          ? positions.keySet().iterator().next()
          : Fingerprint.of(String.join(",", positions.keySet()));
    }
  }

  Optional<Entry> find(CaseClass type, UUID identifier) {
    return Optional.ofNullable(of(type).get(identifier));
  }

  /** The objects of a class, in their order. */
  Map<UUID, Entry> of(CaseClass type) {
    return entries.computeIfAbsent(type, each -> new LinkedHashMap<>());
  }

  /** What a link with this identifier leads to, if it stands in the package. */
  Optional<Entry> target(UUID identifier) {
    return Optional.ofNullable(targets.get(identifier));
  }

  void add(UUID identifier, Entry entry) {
    of(entry.type).put(identifier, entry);
    if (entry.type != CaseClass.ASSOCIATION) {
      targets.putIfAbsent(identifier, entry);
    }
  }

  /** The document's lastChangeDateTime: no object of the package can have changed later. */
  String documentChange() {
    return documentChange;
  }

  void documentChangedAt(String time) {
    documentChange = time;
  }

  /** The canonical address of the package itself. */
  String packageUri() {
    return packageUri;
  }

  void packageHasUri(String uri) {
    packageUri = uri;
  }
}
