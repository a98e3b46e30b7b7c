package org.vellum.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An institution every word of which was written by somebody who means harm. */
final class Hostile {
  /** Ends what a careless page, template, document or terminal would have begun. */
  static final String TEXT =
      "<script>alert(1)</script>\"><img src=x onerror=alert(1)>'{{7*7}}${7*7}\\\",}]-->\u202Eltr";

  /** What a spreadsheet would take for a formula. */
  static final String FORMULA = "=cmd|' /C calc'!A0";

  static final String DOCUMENT = id("document");
  static final String ITEM = id("item");
  static final String COURSE = "hostile-course" + TEXT;
  static final String LINE_ITEM = "hostile-item\"><script>alert(2)</script>";

  /** Without the slashes that no server lets through in an address. */
  static final String RESULT = TEXT.replace("/", "").replace("\\", "");

  static final String LEARNER = "learner-priya";
  static final String USERNAME = "priya";

  private static final String ROW = ",active,2026-05-01T00:00:00Z,";
  private static final String CATEGORY = "hostile-category" + TEXT;
  private static final String CLASS = "hostile-class" + TEXT;

  private Hostile() {}

  /** A CASE package with one item. */
  static String framework() {
    ObjectNode framework = Wire.MAPPER.createObjectNode();
    String time = "2026-05-01T12:00:00Z";
    ObjectNode document = framework.putObject("CFDocument").put("identifier", DOCUMENT);
    for (String name : new String[] {"creator", "title", "publisher", "description", "version"}) {
      document.put(name, TEXT);
    }
    document.put("lastChangeDateTime", time).put("notes", TEXT);
    ObjectNode item = framework.putArray("CFItems").addObject().put("identifier", ITEM);
    for (String name : new String[] {"fullStatement", "humanCodingScheme", "notes"}) {
      item.put(name, TEXT);
    }
    item.put("abbreviatedStatement", TEXT).put("CFItemType", TEXT).put("lastChangeDateTime", time);
    item.putArray("conceptKeywords").add(TEXT);
    return framework.toString();
  }

  /** Changes to the demonstration's roster: a course, its line item, and a learner's names. */
  static byte[] roster() throws Exception {
    Map<String, String> files = new TreeMap<>();
    files.put("courses", "title,courseCode,orgSourcedId\n" + row(COURSE, TEXT, TEXT, "aru"));
    files.put(
        "classes",
        "title,courseSourcedId,classCode,classType,schoolSourcedId,termSourcedIds\n"
            + row(CLASS, TEXT, COURSE, TEXT, "scheduled", "aru", "fall-2025"));
    files.put("categories", "title,weight\n" + row(CATEGORY, TEXT, "100"));
    files.put(
        "lineItems",
        "title,description,assignDate,dueDate,classSourcedId,categorySourcedId,"
            + "academicSessionSourcedId,resultValueMin,resultValueMax,schoolSourcedId\n"
            + row(
                LINE_ITEM,
                TEXT,
                TEXT,
                "2025-09-01",
                "2025-09-26",
                CLASS,
                CATEGORY,
                "fall-2025",
                "0",
                "100",
                "aru"));
    files.put(
        "users",
        "enabledUser,username,givenName,familyName,identifier,email,primaryOrgSourcedId\n"
            + row(LEARNER, "true", USERNAME, TEXT, TEXT, TEXT, TEXT, "aru")
            + row("nul", "true", "with\0nul", "A", "B", "", "", "aru")
            + row("formula", FORMULA, "formula", "A", "B", "", "", "aru"));
    return zip(files);
  }

  /** What evidences the item and completes the course. */
  static String catalogue() {
    ObjectNode catalogue = Wire.MAPPER.createObjectNode();
    ObjectNode program = catalogue.putArray("programs").addObject();
    program.put("code", TEXT.substring(0, 50)).put("title", TEXT).put("description", TEXT);
    program.put("credentialLevel", "Level" + TEXT).putArray("courses").add(COURSE);
    ObjectNode course = catalogue.putArray("courses").addObject();
    course.put("courseSourcedId", COURSE).put("credits", 3).put("description", TEXT);
    course.putObject("completedBy").put("category", CATEGORY).put("threshold", 0.5);
    catalogue
        .putArray("evidence")
        .addObject()
        .put("lineItem", LINE_ITEM)
        .put("competency", ITEM)
        .put("threshold", 0.5);
    return catalogue.toString();
  }

  /** A result that meets both. */
  static String result() {
    ObjectNode envelope = Wire.MAPPER.createObjectNode();
    ObjectNode result = envelope.putObject("result").put("sourcedId", RESULT);
    result.put("status", "active").put("dateLastModified", "2026-05-01T16:00:00Z");
    result
        .putObject("lineItem")
        .put("href", "https://lms.example/%3Cscript%3E")
        .put("sourcedId", LINE_ITEM)
        .put("type", "lineItem");
    result
        .putObject("student")
        .put("href", "https://lms.example/users/1")
        .put("sourcedId", LEARNER)
        .put("type", "user");
    result.put("scoreStatus", "fully graded").put("score", 90).put("scoreDate", "2026-05-01");
    result.put("comment", TEXT).put("textScore", TEXT).putObject("metadata").put(TEXT, TEXT);
    return envelope.toString();
  }

  private static String row(String sourcedId, String... values) {
    StringBuilder row = new StringBuilder(quoted(sourcedId)).append(ROW);
    for (int i = 0; i < values.length; i++) {
      row.append(i == 0 ? "" : ",").append(quoted(values[i]));
    }
    return row.append('\n').toString();
  }

  private static String quoted(String value) {
    return '"' + value.replace("\"", "\"\"") + '"';
  }

  private static byte[] zip(Map<String, String> files) throws Exception {
    StringBuilder manifest =
        new StringBuilder("propertyName,value\nmanifest.version,1.0\noneroster.version,1.2\n");
    files.keySet().forEach(file -> manifest.append("file." + file + ",delta\n"));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      add(zip, "manifest", manifest.toString());
      for (Map.Entry<String, String> file : files.entrySet()) {
        add(zip, file.getKey(), "sourcedId,status,dateLastModified," + file.getValue());
      }
    }
    return bytes.toByteArray();
  }

  private static void add(ZipOutputStream zip, String file, String text) throws Exception {
    zip.putNextEntry(new ZipEntry(file + ".csv"));
    zip.write(text.getBytes(UTF_8));
  }

  private static String id(String name) {
    return UUID.nameUUIDFromBytes(("hostile text " + name).getBytes(UTF_8)).toString();
  }
}
