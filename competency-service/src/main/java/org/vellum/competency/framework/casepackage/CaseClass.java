package org.vellum.competency.framework.casepackage;

import static org.vellum.competency.framework.casepackage.Member.derived;
import static org.vellum.competency.framework.casepackage.Member.extensions;
import static org.vellum.competency.framework.casepackage.Member.link;
import static org.vellum.competency.framework.casepackage.Member.links;
import static org.vellum.competency.framework.casepackage.Member.optional;
import static org.vellum.competency.framework.casepackage.Member.required;
import static org.vellum.competency.framework.casepackage.Member.text;

import java.util.List;
import java.util.Set;

/**
 * The classes of objects in a package, with the members that CASE 1.1 knows inside a package
 * (official JSON schema of CFPackage) in the schema's order.
 */
@SuppressWarnings("ImmutableEnumChecker") // its sets and lists are made by Set.of and List.of
public enum CaseClass {
  DOCUMENT(
      "CFDocuments",
      Set.of("CFPackageURI"),
      required("identifier", Shape.IDENTIFIER),
      derived("uri", Shape.ADDRESS),
      text("frameworkType"),
      optional("caseVersion", Shape.CASE_VERSION),
      required("creator", Shape.TEXT),
      required("title", Shape.TEXT),
      required("lastChangeDateTime", Shape.TIME),
      text("officialSourceURL"),
      text("publisher"),
      text("description"),
      optional("subject", Shape.TEXTS),
      links("subjectURI", "CFSubjects"),
      text("language").advised(10),
      text("version"),
      text("adoptionStatus"),
      optional("statusStartDate", Shape.DATE),
      optional("statusEndDate", Shape.DATE),
      link("licenseURI", "CFLicenses"),
      text("notes"),
      extensions()),

  ITEM(
      "CFItems",
      Set.of("CFDocumentURI"),
      required("identifier", Shape.IDENTIFIER),
      required("fullStatement", Shape.TEXT).advised(4096),
      text("alternativeLabel").advised(60),
      text("CFItemType").advised(60),
      derived("uri", Shape.ADDRESS),
      text("humanCodingScheme").advised(100),
      text("listEnumeration").advised(10),
      text("abbreviatedStatement").advised(60),
      optional("conceptKeywords", Shape.TEXTS).advised(300),
      link("conceptKeywordsURI", "CFConcepts"),
      text("notes"),
      optional("subject", Shape.TEXTS),
      links("subjectURI", "CFSubjects"),
      text("language").advised(10),
      optional("educationLevel", Shape.TEXTS).advised(300),
      link("CFItemTypeURI", "CFItemTypes"),
      link("licenseURI", "CFLicenses"),
      optional("statusStartDate", Shape.DATE),
      optional("statusEndDate", Shape.DATE),
      derived("lastChangeDateTime", Shape.TIME),
      extensions()),

  ASSOCIATION(
      "CFAssociations",
      Set.of("CFDocumentURI"),
      required("identifier", Shape.IDENTIFIER),
      required("associationType", Shape.ASSOCIATION_TYPE),
      optional("sequenceNumber", Shape.WHOLE_NUMBER),
      derived("uri", Shape.ADDRESS),
      required("originNodeURI", Shape.NODE),
      required("destinationNodeURI", Shape.NODE),
      link("CFAssociationGroupingURI", "CFAssociationGroupings"),
      derived("lastChangeDateTime", Shape.TIME),
      text("notes"),
      extensions()),

  CONCEPT(
      "CFConcepts",
      Set.of(),
      required("identifier", Shape.IDENTIFIER),
      derived("uri", Shape.ADDRESS),
      required("title", Shape.TEXT),
      text("keywords"),
      derived("hierarchyCode", Shape.TEXT),
      text("description"),
      derived("lastChangeDateTime", Shape.TIME),
      extensions()),

  SUBJECT(
      "CFSubjects",
      Set.of(),
      required("identifier", Shape.IDENTIFIER),
      derived("uri", Shape.ADDRESS),
      required("title", Shape.TEXT),
      derived("hierarchyCode", Shape.TEXT),
      text("description"),
      derived("lastChangeDateTime", Shape.TIME),
      extensions()),

  LICENSE(
      "CFLicenses",
      Set.of(),
      required("identifier", Shape.IDENTIFIER),
      derived("uri", Shape.ADDRESS),
      required("title", Shape.TEXT).advised(300),
      text("description"),
      derived("licenseText", Shape.TEXT),
      derived("lastChangeDateTime", Shape.TIME),
      extensions()),

  ITEM_TYPE(
      "CFItemTypes",
      Set.of(),
      required("identifier", Shape.IDENTIFIER),
      derived("uri", Shape.ADDRESS),
      required("title", Shape.TEXT).advised(60),
      derived("description", Shape.TEXT),
      derived("hierarchyCode", Shape.TEXT),
      text("typeCode"),
      derived("lastChangeDateTime", Shape.TIME),
      extensions()),

  ASSOCIATION_GROUPING(
      "CFAssociationGroupings",
      Set.of(),
      required("identifier", Shape.IDENTIFIER),
      derived("uri", Shape.ADDRESS),
      required("title", Shape.TEXT),
      text("description"),
      derived("lastChangeDateTime", Shape.TIME),
      extensions()),

  RUBRIC(
      "CFRubrics",
      Set.of(),
      required("identifier", Shape.IDENTIFIER),
      derived("uri", Shape.ADDRESS),
      text("title"),
      text("description"),
      derived("lastChangeDateTime", Shape.TIME),
      optional("CFRubricCriteria", Shape.CRITERIA),
      extensions()),

  /** Stands inside a rubric only. */
  CRITERION(
      "CFRubricCriteria",
      Set.of(),
      required("identifier", Shape.IDENTIFIER),
      derived("uri", Shape.ADDRESS),
      text("category"),
      text("description"),
      link("CFItemURI", "CFItems"),
      optional("weight", Shape.NUMBER),
      optional("position", Shape.WHOLE_NUMBER),
      optional("rubricId", Shape.IDENTIFIER),
      derived("lastChangeDateTime", Shape.TIME),
      optional("CFRubricCriterionLevels", Shape.LEVELS),
      extensions()),

  /** Stands inside a criterion only. */
  LEVEL(
      "CFRubricCriterionLevels",
      Set.of(),
      required("identifier", Shape.IDENTIFIER),
      derived("uri", Shape.ADDRESS),
      text("description"),
      text("quality"),
      optional("score", Shape.NUMBER),
      text("feedback"),
      optional("position", Shape.WHOLE_NUMBER),
      optional("rubricCriterionId", Shape.IDENTIFIER),
      derived("lastChangeDateTime", Shape.TIME),
      optional("extensions", Shape.EXTENSION_LIST));

  private final String collection;
  private final Set<String> outsidePackage;
  private final List<Member> members;

  CaseClass(String collection, Set<String> outsidePackage, Member... members) {
    this.collection = collection;
    this.outsidePackage = outsidePackage;
    this.members = List.of(members);
  }

  /** Name of the collection: the member of a package, and the last part of the service's path. */
  public String collection() {
    return collection;
  }

  /**
   * The class whose objects stand in a collection.
   *
   * @throws IllegalArgumentException if there is no such collection
   */
  public static CaseClass ofCollection(String collection) {
    for (CaseClass type : values()) {
      if (type.collection.equals(collection)) {
        return type;
      }
    }
    throw new IllegalArgumentException("CASE knows no collection " + collection);
  }

  /** The members that CASE 1.1 knows of the class inside a package, in the schema's order. */
  public List<Member> members() {
    return members;
  }

  /** Whether the name is one that CASE knows for the class, inside or outside a package. */
  boolean knows(String name) {
    return outsidePackage.contains(name)
        || members.stream().anyMatch(member -> member.name().equals(name));
  }
}
