package org.vellum.competency.roster;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A small roster that is good in every way, to be spoilt by tests. */
public final class RosterZip {
  private final Map<String, byte[]> files = new LinkedHashMap<>();
  private final Map<String, String> modes = new TreeMap<>();
  private String folder = "";

  private RosterZip() {}

  /** One school, one course, one class, one teacher, two learners, one line item. */
  public static RosterZip aRoster() {
    return new RosterZip()
        .with("orgs", "name,type,identifier,parentSourcedId", "school,,,Alder Ridge,school,AR,")
        .with(
            "academicSessions",
            "title,type,startDate,endDate,parentSourcedId,schoolYear",
            "year,,,Year 2026,schoolYear,2025-08-01,2026-08-01,,2026",
            "fall,,,Fall 2025,term,2025-08-25,2025-12-20,year,2026")
        .with(
            "courses",
            "schoolYearSourcedId,title,courseCode,grades,orgSourcedId,subjects,subjectCodes",
            "course,,,year,Asking Questions,ADP 110,,school,,")
        .with(
            "classes",
            "title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,"
                + "termSourcedIds,subjects,subjectCodes,periods",
            "class,,,\"Asking Questions, Fall\",,course,ADP-1,scheduled,,school,\"year,fall\",,,")
        .withPeople()
        .withGradebook();
  }

  private RosterZip withPeople() {
    return with(
            "users",
            "enabledUser,username,givenName,familyName,email,primaryOrgSourcedId",
            "amara,,,true,amara,Amara,Okafor,amara@students.example,school",
            "lukas,,,true,lukas,Lukas,Schönberger,,school",
            "teacher,,,true,marchetti,Rosa,Marchetti,,school")
        .with(
            "roles",
            "userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId",
            "role-1,,,amara,primary,student,2025-08-25,,school,",
            "role-3,,,teacher,primary,teacher,,,school,")
        .with(
            "enrollments",
            "classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate",
            "enrolled-1,,,class,school,amara,student,,2025-08-25,2025-12-20",
            "enrolled-2,,,class,school,lukas,student,,,",
            "enrolled-3,,,class,school,teacher,teacher,true,,");
  }

  private RosterZip withGradebook() {
    return with("categories", "title,weight", "final,,,Final evaluation,100")
        .with(
            "lineItems",
            "title,description,assignDate,dueDate,classSourcedId,categorySourcedId,"
                + "academicSessionSourcedId,resultValueMin,resultValueMax,schoolSourcedId",
            "item,,,Decision brief,,2025-09-01,2025-09-26,class,final,fall,1,4,school")
        .with(
            "lineItemLearningObjectiveIds",
            "lineItemSourcedId,source,learningObjectiveId",
            "objective,,,item,case,a2ad9128-4501-588f-8cef-cadb106930c6");
  }

  /** A zip without any file but a manifest that names none. */
  public static RosterZip empty() {
    return new RosterZip();
  }

  /** The file with these rows, under a header that begins as all do. */
  public RosterZip with(String file, String header, String... rows) {
    String text = "sourcedId,status,dateLastModified," + header + "\n" + String.join("\n", rows);
    return withText(file, text + "\n");
  }

  /** The file with exactly this text. */
  public RosterZip withText(String file, String text) {
    return withBytes(file, text.getBytes(UTF_8));
  }

  /** The file with exactly these bytes, bulk unless said otherwise. */
  public RosterZip withBytes(String file, byte[] bytes) {
    files.put(file + ".csv", bytes);
    modes.putIfAbsent(file, "bulk");
    return this;
  }

  /** An entry of any name that the manifest does not name. */
  public RosterZip withEntry(String name, String text) {
    files.put(name, text.getBytes(UTF_8));
    return this;
  }

  /** The same text with one part of a file replaced. */
  public RosterZip replacing(String file, String part, String by) {
    String text = new String(files.getOrDefault(file + ".csv", new byte[0]), UTF_8);
    if (!text.contains(part)) {
      throw new IllegalArgumentException(file + " has no " + part);
    }
    return withText(file, text.replace(part, by));
  }

  /** One more row of a file. */
  public RosterZip adding(String file, String row) {
    String text = new String(files.getOrDefault(file + ".csv", new byte[0]), UTF_8);
    return withText(file, text + row + "\n");
  }

  /** What the manifest says of a file. */
  public RosterZip calling(String file, String mode) {
    modes.put(file, mode);
    return this;
  }

  /** The archive without a file, whatever the manifest says. */
  public RosterZip without(String file) {
    files.remove(file + ".csv");
    return this;
  }

  /** All files in one folder. */
  public RosterZip in(String name) {
    folder = name + "/";
    return this;
  }

  /** Writes the archive. */
  public Path to(Path path) throws IOException {
    files.computeIfAbsent("manifest.csv", name -> manifest().getBytes(UTF_8));
    try (OutputStream out = Files.newOutputStream(path);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(folder + file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    }
    return path;
  }

  private String manifest() {
    StringBuilder text =
        new StringBuilder("propertyName,value\nmanifest.version,1.0\noneroster.version,1.2\n");
    modes.forEach((file, mode) -> text.append("file.%s,%s%n".formatted(file, mode)));
    return text.toString();
  }
}
