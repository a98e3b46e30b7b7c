package org.vellum.credentials.selective;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Parts the statements of a document, by their indexes, into those shown and those withheld. */
final class Groups {
  private Groups() {}

  /** Section 3.5.4, step 10: the signatures of what is chosen and would not be shown anyway. */
  static List<byte[]> signaturesOf(
      int lines, Set<Integer> mandatory, Set<Integer> selective, List<byte[]> signatures) {
    if (lines - mandatory.size() != signatures.size()) {
      throw new IllegalArgumentException("the base proof is not of this credential");
    }
    List<byte[]> chosen = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < lines; i++) {
      if (!mandatory.contains(i)) {
        byte[] signature = signatures.get(next++);
        if (selective.contains(i)) {
          chosen.add(signature);
        }
      }
    }
    return chosen;
  }

  /** Section 3.5.4, step 9: where the mandatory statements are among those that are shown. */
  static List<Integer> relative(Set<Integer> mandatory, Set<Integer> selective) {
    Set<Integer> shown = new TreeSet<>(mandatory);
    shown.addAll(selective);
    List<Integer> indexes = new ArrayList<>();
    int relative = 0;
    for (int absolute : shown) {
      if (mandatory.contains(absolute)) {
        indexes.add(relative);
      }
      relative++;
    }
    return indexes;
  }

  static List<String> only(List<String> lines, Set<Integer> indexes) {
    List<String> chosen = new ArrayList<>();
    for (int index : new TreeSet<>(indexes)) {
      if (index < 0 || index >= lines.size()) {
        throw new IllegalArgumentException("an index of a statement that is not there");
      }
      chosen.add(lines.get(index));
    }
    return chosen;
  }

  static List<String> without(List<String> lines, Set<Integer> indexes) {
    List<String> others = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (!indexes.contains(i)) {
        others.add(lines.get(i));
      }
    }
    return others;
  }
}
