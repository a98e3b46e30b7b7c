package org.vellum.finaid.profile;

import java.util.List;
import org.vellum.platform.configuration.Key;

/**
 * What an operator can set of mapping profiles.
 *
 * @param profiles those that are applied to every full package
 */
public record MappingConfiguration(
    @Key(
            name = "vellum.financial-aid.mapping-profiles",
            meaning =
                "Mapping profiles that are applied to every full package with NDJSON, separated by"
                    + " commas: a name of a shipped example, or the path of a JSON file. What they"
                    + " write is in the package below mapped/. Empty: none.",
            defaultValue = "")
        String profiles) {

  /** Each by its name or path. */
  List<String> names() {
    return profiles.isBlank()
        ? List.of()
        : List.of(profiles.split(",", -1)).stream().map(String::strip).toList();
  }
}
