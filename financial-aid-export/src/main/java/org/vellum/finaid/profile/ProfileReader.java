package org.vellum.finaid.profile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.vellum.finaid.export.Entities;
import org.vellum.finaid.export.Entity;
import org.vellum.finaid.profile.MappingProfile.FileForm;
import org.vellum.finaid.profile.MappingProfile.ProfileFile;
import org.vellum.finaid.profile.MappingProfile.ProfileNode;

/** Reads a profile, with a finding for each fault. */
public final class ProfileReader {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LONGEST = 1_000_000;
  private static final int LONGEST_RECORD = 100_000;
  private static final int DEEPEST = 6;

  private final List<ProfileFinding> findings = new ArrayList<>();

  private ProfileReader() {}

  /** What reading gave. */
  public sealed interface Outcome {
    /** A profile that can be applied. */
    record Read(MappingProfile profile) implements Outcome {}

    /** None, for these reasons. */
    record Faulty(List<ProfileFinding> findings) implements Outcome {}
  }

  /** Reads the JSON of a profile. */
  public static Outcome read(String json) {
    if (json.length() > LONGEST) {
      return faulty("longer than " + LONGEST + " characters");
    }
    try {
      JsonNode node = JSON.readTree(json);
      if (!node.isObject()) {
        return faulty("no JSON object");
      }
      ProfileReader reader = new ProfileReader();
      MappingProfile profile = reader.profile(node);
      return reader.findings.isEmpty()
          ? new Outcome.Read(profile)
          : new Outcome.Faulty(List.copyOf(reader.findings));
    } catch (JsonProcessingException e) {
      return faulty("no JSON");
    }
  }

  private static Outcome faulty(String message) {
    return new Outcome.Faulty(List.of(new ProfileFinding("", message)));
  }

  private MappingProfile profile(JsonNode node) {
    List<ProfileFile> files = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (int i = 0; i < node.path("files").size(); i++) {
      ProfileFile file = file(node.path("files").get(i), "/files/" + i);
      if (!names.add(file.name())) {
        find("/files/" + i + "/name", "another file has this name");
      }
      files.add(file);
    }
    if (files.isEmpty()) {
      find("/files", "there is none");
    }
    String name = text(node, "name", "");
    plain(name, "/name");
    return new MappingProfile(
        name,
        text(node, "title", ""),
        code(node, "status", "", MappingProfile.Status.class, MappingProfile.Status.LOCAL),
        node.path("note").asText(),
        files);
  }

  private ProfileFile file(JsonNode node, String place) {
    FileForm form = code(node, "form", place, FileForm.class, FileForm.CSV);
    String name = text(node, "name", place);
    plain(name, place + "/name");
    int length = node.path("length").asInt();
    if (form == FileForm.FIXED && (length < 1 || length > LONGEST_RECORD)) {
      find(place + "/length", "must be from 1 to " + LONGEST_RECORD);
    }
    String root = form == FileForm.XML ? element(node, "root", place) : "";
    ProfileNode records = node(node.path("records"), place + "/records", form, List.of());
    if (form != FileForm.XML) {
      new FlatShape(findings).check(records, form, length, place + "/records");
    }
    return new ProfileFile(
        name,
        form,
        node.path("marked").asBoolean(),
        root,
        node.path("namespace").asText(),
        length,
        records);
  }

  /**
   * Reads an entity of a file.
   *
   * @param above the entities above it, the next one last
   */
  private ProfileNode node(JsonNode node, String place, FileForm form, List<String> above) {
    String each = text(node, "each", place);
    Optional<Entity> entity = Entities.find(each);
    if (entity.isEmpty()) {
      find(place + "/each", "there is no such entity");
    } else if (!above.isEmpty() && !entity.get().belongsTo(above.getLast())) {
      find(place + "/each", "does not belong to " + above.getLast());
    }
    List<ProfileColumn> columns = new ArrayList<>();
    List<String> path = new ArrayList<>(above);
    path.add(each);
    ColumnReader reader = new ColumnReader(each, scope(path), form, findings);
    for (int i = 0; i < node.path("columns").size(); i++) {
      columns.add(reader.read(node.path("columns").get(i), place + "/columns/" + i));
    }
    List<ProfileNode> inside = new ArrayList<>();
    if (path.size() == DEEPEST) {
      find(place, "is too deep");
    } else {
      for (int i = 0; i < node.path("inside").size(); i++) {
        inside.add(node(node.path("inside").get(i), place + "/inside/" + i, form, path));
      }
    }
    String element = form == FileForm.XML ? element(node, "element", place) : "";
    return new ProfileNode(each, element, columns, inside);
  }

  /** A program is kept and can be asked by all that are of one. */
  private static Set<String> scope(List<String> path) {
    Set<String> scope = new HashSet<>(path);
    boolean ofProgram =
        path.stream()
            .flatMap(each -> Entities.find(each).stream())
            .anyMatch(each -> each.belongsTo("program_version"));
    if (ofProgram) {
      scope.add("program_version");
    }
    return scope;
  }

  private String text(JsonNode node, String name, String place) {
    JsonNode value = node.path(name);
    if (!value.isTextual() || value.asText().isBlank()) {
      find(place + "/" + name, "is missing");
      return "";
    }
    return value.asText();
  }

  private void plain(String name, String place) {
    if (name.contains("/") || name.contains("\\") || name.startsWith(".")) {
      find(place, "must be a name and no path");
    }
  }

  private String element(JsonNode node, String name, String place) {
    String element = text(node, name, place);
    if (!element.isEmpty() && !ColumnReader.isElement(element)) {
      find(place + "/" + name, "is no name of an element");
    }
    return element;
  }

  private <E extends Enum<E>> E code(
      JsonNode node, String name, String place, Class<E> codes, E otherwise) {
    String text = node.path(name).asText().toUpperCase(Locale.ROOT);
    for (E code : codes.getEnumConstants()) {
      if (code.name().equals(text)) {
        return code;
      }
    }
    find(place + "/" + name, "is none of " + List.of(codes.getEnumConstants()));
    return otherwise;
  }

  private void find(String place, String message) {
    findings.add(new ProfileFinding(place, message));
  }
}
