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

  /** An object of the package. */
  static final class Entry {
    final CaseClass type;
    final String uri;
    final String title;
    final String fingerprint;
    final List<Integer> positions = new ArrayList<>(1);

    Entry(CaseClass type, String uri, String title, String fingerprint, int position) {
      this.type = type;
      this.uri = uri;
      this.title = title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE) : title;
      this.fingerprint = fingerprint;
      this.positions.add(position);
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
