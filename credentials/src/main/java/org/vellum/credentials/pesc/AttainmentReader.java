package org.vellum.credentials.pesc;

import static org.vellum.credentials.pesc.PartyReader.or;
import static org.vellum.credentials.pesc.PartyReader.put;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.xml.Seen;

/** Reads courses and awards. */
final class AttainmentReader {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Pattern RESULT = Pattern.compile("(?s)(\\S+) (.*) \\((.*)\\)");
  private static final Pattern LETTER = Pattern.compile("[A-F][+-]?");

  private final PartyReader parties;
  private final boolean ours;
  private int count;

  AttainmentReader(PartyReader parties, boolean ours) {
    this.parties = parties;
    this.ours = ours;
  }

  /**
   * A course.
   *
   * @param ends when its session ends, if that is known
   */
  ObjectNode course(Seen from, @Nullable String ends) {
    Notes notes = Notes.of(from, ours);
    ObjectNode attainment = begun("course", notes);
    ObjectNode achievement = (ObjectNode) attainment.get("achievement");
    // What every course has, and no more than its form.
    from.text("CourseCreditBasis");
    attainment.put("creditsEarned", from.number("CourseCreditEarned"));
    achievement.put("creditsAvailable", from.number("CourseCreditValue"));
    String name = or(notes.text("Name"), from.text("CourseTitle"));
    achievement.put("type", Optional.ofNullable(notes.text("Type")).orElse("Course"));
    put(achievement, "code", code(from, notes));
    put(achievement, "fieldOfStudy", notes.text("Field of study"));
    put(attainment, "started", from.date("CourseBeginDate"));
    String ended = from.date("CourseEndDate");
    put(attainment, "ended", ended);
    String grade = from.text("CourseAcademicGrade");
    String status = from.text("CourseAcademicGradeStatusCode");
    outcomes(attainment.putArray("outcomes"), notes, grade, status);
    String day = or(ended, ends);
    boolean finished =
        status == null ? grade != null : Pesc.status(status).equals("Completed") && grade != null;
    awarded(attainment, notes, finished ? day : null);
    from.child("CourseOverrideSchool")
        .ifPresent(each -> attainment.set("awardedBy", parties.organization(each)));
    String narrative = ours ? notes.text("Narrative") : notes.free();
    String explained = from.text("CourseNarrativeExplanationGrade");
    texts(attainment, notes, name, or(narrative, explained));
    return attainment;
  }

  /** An award. */
  ObjectNode award(Seen from) {
    Notes notes = Notes.of(from, ours);
    ObjectNode attainment = begun("award", notes);
    ObjectNode achievement = (ObjectNode) attainment.get("achievement");
    String type = Pesc.award(from.text("AcademicAwardLevel"));
    achievement.put("type", Optional.ofNullable(notes.text("Type")).orElse(type));
    Optional<Seen> program = from.child("AcademicAwardProgram");
    program.ifPresent(each -> {
      put(achievement, "code", each.text("ProgramLocalCode"));
      put(achievement, "fieldOfStudy", each.text("AcademicProgramName"));
    });
    put(achievement, "code", notes.text("Code"));
    put(achievement, "fieldOfStudy", notes.text("Field of study"));
    from.child("AcademicSummary")
        .flatMap(each -> each.child("GPA"))
        .ifPresent(each -> {
          attainment.put("creditsEarned", each.number("CreditHoursEarned"));
          achievement.put("creditsAvailable", each.number("CreditHoursRequired"));
        });
    put(attainment, "started", notes.date("Started"));
    put(attainment, "ended", from.date("AcademicCompletionDate"));
    from.text("AcademicCompletionIndicator");
    outcomes(attainment.putArray("outcomes"), notes, null, null);
    awarded(attainment, notes, from.date("AcademicAwardDate"));
    String name = or(notes.text("Name"), from.text("AcademicAwardTitle"));
    texts(attainment, notes, name, ours ? notes.text("Narrative") : notes.free());
    return attainment;
  }

  private ObjectNode begun(String kind, Notes notes) {
    count++;
    ObjectNode attainment = NODES.objectNode();
    Notes.Numbered credential = notes.numbered("Credential");
    String own = "urn:pesc:" + kind + ":" + count;
    attainment.put("id", credential == null ? own : credential.id());
    attainment.put("position", credential == null ? Integer.MAX_VALUE : credential.position());
    attainment
        .putObject("achievement")
        .put("id", Optional.ofNullable(notes.text("Achievement")).orElse(own + ":achievement"));
    return attainment;
  }

  private static void texts(
      ObjectNode attainment, Notes notes, @Nullable String name, @Nullable String narrative) {
    ObjectNode achievement = (ObjectNode) attainment.get("achievement");
    String title = Optional.ofNullable(name).orElse("Untitled");
    achievement.put("name", title);
    achievement.put("description", Optional.ofNullable(notes.text("Description")).orElse(title));
    put(achievement, "criteria", notes.text("Criteria"));
    put(attainment, "validUntil", notes.instant("Valid until"));
    put(attainment, "narrative", narrative);
  }

  /** In foreign documents a day is all that tells when something was finished. */
  private void awarded(ObjectNode attainment, Notes notes, @Nullable String day) {
    String said = notes.instant("Awarded");
    put(attainment, "awarded", ours || day == null ? said : day + "T00:00:00Z");
  }

  private void outcomes(
      ArrayNode to, Notes notes, @Nullable String grade, @Nullable String status) {
    for (String each : notes.all("Result")) {
      Matcher result = RESULT.matcher(each);
      if (result.matches()) {
        outcome(to, result.group(1), result.group(3), result.group(2));
      }
    }
    if (!ours && grade != null) {
      boolean letter = LETTER.matcher(grade).matches();
      outcome(to, letter ? "LetterGrade" : "Result", "Grade", grade);
    }
    if (!ours && status != null) {
      outcome(to, "Status", "Status", Pesc.status(status));
    }
  }

  private static void outcome(ArrayNode to, String kind, String name, String value) {
    to.addObject().put("kind", kind).put("name", name).put("value", value);
  }

  private static @Nullable String code(Seen from, Notes notes) {
    List<String> parts =
        Stream.of(from.text("CourseSubjectAbbreviation"), from.text("CourseNumber"))
            .filter(Objects::nonNull)
            .toList();
    String original = from.text("OriginalCourseID");
    String said = parts.isEmpty() ? original : parts.stream().collect(Collectors.joining(" "));
    return or(notes.text("Code"), said);
  }
}
