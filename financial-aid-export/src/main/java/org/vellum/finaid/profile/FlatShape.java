package org.vellum.finaid.profile;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vellum.finaid.profile.MappingProfile.FileForm;
import org.vellum.finaid.profile.MappingProfile.ProfileNode;

/**
 * What a file of lines must look like: one line of entities, with columns at its end alone, whose
 * names or places are theirs alone.
 *
 * @param findings where faults are told
 */
record FlatShape(List<ProfileFinding> findings) {

  void check(ProfileNode node, FileForm form, int length, String place) {
    if (node.inside().size() > 1) {
      find(place + "/inside", "a file of lines follows one entity only");
    }
    if (!node.inside().isEmpty()) {
      if (!node.columns().isEmpty()) {
        find(place + "/columns", "belong to the innermost entity");
      }
      check(node.inside().getFirst(), form, length, place + "/inside/0");
      return;
    }
    if (node.columns().isEmpty()) {
      find(place + "/columns", "there is none");
    } else if (form == FileForm.FIXED) {
      places(node.columns(), length, place + "/columns");
    } else {
      names(node.columns(), place + "/columns");
    }
  }

  private void names(List<ProfileColumn> columns, String place) {
    Set<String> names = new HashSet<>();
    for (int i = 0; i < columns.size(); i++) {
      if (!names.add(columns.get(i).name())) {
        find(place + "/" + i + "/name", "another column has this name");
      }
    }
  }

  private void places(List<ProfileColumn> columns, int length, String place) {
    List<ProfileColumn> sorted =
        columns.stream()
            .sorted(Comparator.comparingInt(each -> each.width().orElseThrow().from()))
            .toList();
    int free = 1;
    for (ProfileColumn column : sorted) {
      FixedWidth width = column.width().orElseThrow();
      String of = place + "/" + columns.indexOf(column) + "/at";
      if (width.from() < free) {
        find(of, "stands where another column does");
      }
      if (width.to() > length) {
        find(of, "ends behind the record");
      }
      free = width.to() + 1;
    }
  }

  private void find(String place, String message) {
    findings.add(new ProfileFinding(place, message));
  }
}
