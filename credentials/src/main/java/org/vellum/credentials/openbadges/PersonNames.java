package org.vellum.credentials.openbadges;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.json.Fields;
import org.vellum.credentials.json.WireForm;

/**
 * What a Profile of a person may say beside the given and the family name (Open Badges 3.0,
 * Profile). Its members are members of the profile.
 *
 * @param additionalName a middle name
 * @param patronymicName a name after the father
 * @param honorificPrefix what goes before the name, such as {@code Dr.}
 * @param honorificSuffix what goes behind the name, such as {@code M.D.}
 * @param familyNamePrefix what goes before the family name, such as {@code von}
 * @param dateOfBirth the date of birth
 */
public record PersonNames(
    @Nullable String additionalName,
    @Nullable String patronymicName,
    @Nullable String honorificPrefix,
    @Nullable String honorificSuffix,
    @Nullable String familyNamePrefix,
    @Nullable LocalDate dateOfBirth)
    implements WireForm {

  @Override
  public ObjectNode toJson() {
    return Fields.empty()
        .put("additionalName", additionalName)
        .put("patronymicName", patronymicName)
        .put("honorificPrefix", honorificPrefix)
        .put("honorificSuffix", honorificSuffix)
        .put("familyNamePrefix", familyNamePrefix)
        .put("dateOfBirth", dateOfBirth == null ? null : dateOfBirth.toString())
        .node();
  }
}
