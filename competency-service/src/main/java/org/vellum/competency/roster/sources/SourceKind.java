package org.vellum.competency.roster.sources;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.vellum.competency.roster.eduapi.EduApiObjects;

/** What a source speaks. */
public enum SourceKind {
  /** OneRoster 1.2, rostering service. */
  ONEROSTER("OneRoster 1.2, roster", "/ims/oneroster/rostering/v1p2"),
  /** OneRoster 1.2, gradebook service. */
  GRADEBOOK("OneRoster 1.2, gradebook", "/ims/oneroster/gradebook/v1p2"),
  /** Edu-API 1.0. */
  EDU_API("Edu-API 1.0", "/ims/eduapi/base/v1p0");

  private static final String ONEROSTER_SCOPE = "https://purl.imsglobal.org/spec/or/v1p2/scope/";

  private static final List<SourceCollection> GRADEBOOK_COLLECTIONS =
      Stream.of("categories", "scoreScales", "lineItems", "results")
          .map(name -> SourceCollection.ofGradebook(name, false))
          .toList();

  private final String title;
  private final String path;

  SourceKind(String title, String path) {
    this.title = title;
    this.path = path;
  }

  /** What a form names; a roster of OneRoster if it names nothing that is known. */
  static SourceKind of(String name) {
    return Arrays.stream(values())
        .filter(kind -> kind.name().equals(name))
        .findFirst()
        .orElse(ONEROSTER);
  }

  /** Its name for people. */
  public String title() {
    return title;
  }

  /** The path that the standard gives the service. */
  public String path() {
    return path;
  }

  /** Whether it has something that needs a scope of its own: demographics, or assessments. */
  boolean hasExtras() {
    return this != EDU_API;
  }

  /** The scopes that a reading asks for, with blanks between. */
  String scope(boolean extras) {
    return switch (this) {
      case ONEROSTER ->
          ONEROSTER_SCOPE
              + "roster-core.readonly"
              + (extras ? " " + ONEROSTER_SCOPE + "roster-demographics.readonly" : "");
      case GRADEBOOK ->
          ONEROSTER_SCOPE
              + "gradebook-core.readonly"
              + (extras ? " " + ONEROSTER_SCOPE + "assessment.readonly" : "");
      case EDU_API -> EduApiObjects.SCOPES;
    };
  }

  /** What is read, in the order in which one refers to the other. */
  List<SourceCollection> collections(boolean extras) {
    return switch (this) {
      case ONEROSTER -> {
        List<SourceCollection> all = new ArrayList<>(OneRosterObjects.COLLECTIONS);
        if (extras) {
          all.add(OneRosterObjects.DEMOGRAPHICS);
        }
        yield all;
      }
      case GRADEBOOK -> {
        List<SourceCollection> all = new ArrayList<>(GRADEBOOK_COLLECTIONS);
        if (extras) {
          all.add(SourceCollection.ofGradebook("assessmentLineItems", true));
          all.add(SourceCollection.ofGradebook("assessmentResults", false));
        }
        yield all;
      }
      case EDU_API -> EduApiObjects.COLLECTIONS.stream().map(SourceCollection::of).toList();
    };
  }
}
