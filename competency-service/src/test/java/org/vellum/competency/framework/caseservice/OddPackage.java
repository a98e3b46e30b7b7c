package org.vellum.competency.framework.caseservice;

import java.util.Locale;
import org.vellum.competency.framework.Packages;

/** A package in which nearly every member is missing, null, of a wrong kind or unknown. */
final class OddPackage {
  private OddPackage() {}

  static String json() {
    return """
    {
      "CFDocument": {
        "identifier": "%1$s",
        "uri": "CFDocuments/x",
        "creator": 42,
        "title": "<b>Odd</b>",
        "lastChangeDateTime": "2018-03-01 21:01:43",
        "caseVersion": "1.0",
        "subject": "Mathematics",
        "subjectURI": {"identifier": "%2$s"},
        "licenseURI": null,
        "adoptionStatus": "Adopted",
        "statusStartDate": "soon",
        "CFPackageURI": null,
        "publisherOwn": {"deep": [1, 2.50, null]}
      },
      "CFItems": [
        {"identifier": "%2$s", "fullStatement": "One", "CFItemTypeURI": {"title": "no id"},
          "conceptKeywords": [null, 3, "x"], "educationLevel": "KG", "extensions": [1]},
        {"identifier": "%3$s", "fullStatement": "", "uri": null,
          "CFItemTypeURI": {"identifier": "%3$s", "uri": "x"}, "language": ["en"]}
      ],
      "CFAssociations": [
        {"identifier": "%4$s", "associationType": "ISCHILDOF", "sequenceNumber": "1.0",
          "originNodeURI": {"identifier": "%2$s", "targetType": "CASE"},
          "destinationNodeURI": {"identifier": "%1$s", "targetType": "odd"}},
        {"identifier": "%5$s", "associationType": "is very near to", "sequenceNumber": 1.5,
          "originNodeURI": {"identifier": "%2$s"},
          "destinationNodeURI": {"uri": "urn:isbn:0-486-27557-4"}}
      ],
      "CFDefinitions": {
        "CFConcepts": null,
        "CFSubjects": [{"identifier": "%2$s", "title": "S"}],
        "CFLicenses": [{"identifier": "%2$s", "title": "L", "licenseText": null}],
        "CFItemTypes": [{"identifier": "%2$s", "title": "T", "typeCode": "x"}],
        "CFAssociationGroupings": [{"identifier": "%2$s", "title": "G", "uri": "ftp://x"}],
        "extensions": {"a": 1},
        "odd": true
      },
      "CFRubrics": [
        {"identifier": "%2$s", "CFRubricCriteria": [
          {"identifier": "%3$s", "weight": "0.5", "position": 1.0, "rubricId": "none",
            "CFRubricCriterionLevels": [
              {"identifier": "%4$s", "score": 3, "extensions": {"a": 1}}]}]}
      ],
      "extensions": {"b": {"c": []}},
      "odd": "x"
    }
    """
        .formatted(
            Packages.DOCUMENT,
            Packages.item(1).toUpperCase(Locale.ROOT),
            Packages.item(2),
            Packages.association(1),
            Packages.association(2));
  }
}
