package org.vellum.competency.roster.sources;

import java.util.ArrayList;
import java.util.List;
import org.vellum.competency.roster.eduapi.EduApiObjects;

/** What a source speaks. */
public enum SourceKind {
  /** OneRoster 1.2, rostering service. */
  ONEROSTER("OneRoster 1.2", "/ims/oneroster/rostering/v1p2"),
  /** Edu-API 1.0. */
  EDU_API("Edu-API 1.0", "/ims/eduapi/base/v1p0");

  private static final String ONEROSTER_SCOPE = "https://purl.imsglobal.org/spec/or/v1p2/scope/";

  private final String title;
  private final String path;

  SourceKind(String title, String path) {
    this.title = title;
    this.path = path;
  }

  /** Its name for people. */
  public String title() {
    return title;
  }

  /** The path that the standard gives the service. */
  public String path() {
    return path;
  }

  /** The scopes that a reading asks for, with blanks between. */
  String scope(boolean demographics) {
    return switch (this) {
      case ONEROSTER ->
          ONEROSTER_SCOPE
              + "roster-core.readonly"
              + (demographics ? " " + ONEROSTER_SCOPE + "roster-demographics.readonly" : "");
      case EDU_API -> EduApiObjects.SCOPES;
    };
  }

  /** What is read, in the order in which one refers to the other. */
  List<SourceCollection> collections(boolean demographics) {
    return switch (this) {
      case ONEROSTER -> {
        List<SourceCollection> all = new ArrayList<>(OneRosterObjects.COLLECTIONS);
        if (demographics) {
          all.add(OneRosterObjects.DEMOGRAPHICS);
        }
        yield all;
      }
      case EDU_API ->
          EduApiObjects.COLLECTIONS.stream()
              .map(each -> new SourceCollection(each.name(), "", each.tree(), each.reading()))
              .toList();
    };
  }
}
