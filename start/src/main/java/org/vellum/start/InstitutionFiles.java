package org.vellum.start;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The files of the demonstration institution, in the form in which they are sent. */
final class InstitutionFiles {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FOLDER = "/demonstration/";
  private static final String BASE_URL = "{baseUrl}";
  private static final List<String> ROSTER =
      List.of(
          "manifest.csv",
          "orgs.csv",
          "academicSessions.csv",
          "courses.csv",
          "classes.csv",
          "users.csv",
          "roles.csv",
          "enrollments.csv",
          "categories.csv",
          "lineItems.csv",
          "lineItemLearningObjectiveIds.csv");

  private InstitutionFiles() {}

  /** The CASE package, as published by the server at this address. */
  static String framework(URI server) {
    return text("framework.json").replace(BASE_URL, server.toString());
  }

  /** Programs, and what evidences what. */
  static String catalogue() {
    return text("catalogue.json");
  }

  /** The evaluation results, the earliest first. */
  static JsonNode results() {
    return json(text("results.json"));
  }

  /** The roster as a zip of OneRoster's CSV files. */
  static byte[] roster() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String file : ROSTER) {
        zip.putNextEntry(new ZipEntry(file));
        zip.write(text("oneroster/" + file).getBytes(UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException("not JSON", e);
    }
  }

  /** A file of the demonstration as text. */
  static String text(String file) {
    try (InputStream in = InstitutionFiles.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new IllegalStateException("The demonstration lacks " + file);
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
