package org.vellum.competency.framework.caseservice;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.vellum.competency.framework.Audience;
import org.vellum.competency.framework.FrameworkFixture;
import org.vellum.competency.framework.ImportFramework.Result;
import org.vellum.competency.framework.casepackage.CaseForm;
import org.vellum.competency.framework.casepackage.CaseVersion;
import org.vellum.competency.framework.caseservice.query.CaseDocuments;
import org.vellum.platform.json.Json;
import org.vellum.testsupport.SharedData;
import org.vellum.testsupport.TestDatabase;

/** The CASE service as the container would put it together, over a test's database. */
final class CaseFixture implements AutoCloseable {
  static final CaseForm FORM_10 = new CaseForm(CaseVersion.V1_0, true);
  static final CaseForm FORM_11 = new CaseForm(CaseVersion.V1_1, true);
  static final CaseForm CERTIFIED = new CaseForm(CaseVersion.V1_1, false);

  final FrameworkFixture frameworks;
  final PackageFiles files;
  final CaseService service;

  CaseFixture(TestDatabase database) {
    this(database, 1 << 30);
  }

  CaseFixture(TestDatabase database, long packageFiles) {
    this.frameworks = new FrameworkFixture(database);
    this.files =
        new PackageFiles(
            new AssemblePackage(
                frameworks.frameworks, frameworks.objects, new PackageWriter(frameworks.objects)),
            new CaseServiceConfiguration(false, packageFiles));
    this.service =
        new CaseService(
            frameworks.frameworks,
            new CaseDocuments(frameworks.jdbi),
            frameworks.objects,
            files,
            FrameworkFixture.PLATFORM);
  }

  @Override
  public void close() throws IOException {
    files.close();
  }

  /** A request of a stranger that names no state and takes no compression. */
  static Asked asked(CaseForm form) {
    return new Asked(form, Audience.EVERYONE, List.of(), Coding.IDENTITY);
  }

  /** The same by a registrar. */
  static Asked byRegistrar(CaseForm form) {
    return new Asked(form, Audience.REGISTRARS, List.of(), Coding.IDENTITY);
  }

  static byte[] bytes(Answer answer) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    answer.body().orElseThrow().writeTo(out);
    return out.toByteArray();
  }

  static JsonNode json(Answer answer) throws IOException {
    return Json.mapper().readTree(bytes(answer));
  }

  void importing(byte[] json) throws Exception {
    Result result = frameworks.importing(json, false);
    if (!(result instanceof Result.Imported)) {
      throw new AssertionError(result);
    }
  }

  /**
   * Every package there is to test with: real ones, the demonstration's, and two made to be odd.
   */
  static List<byte[]> packages() throws IOException {
    List<byte[]> packages = new ArrayList<>();
    try (Stream<Path> files = Files.walk(SharedData.path("case/dev-frameworks-smarterbalanced"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".json")).sorted().toList()) {
        byte[] json = Files.readAllBytes(file);
        if (Json.mapper().readTree(json).has("CFDocument")) {
          packages.add(json);
        }
      }
    }
    packages.add(demonstration().toString().getBytes(UTF_8));
    for (String name : List.of("odd-package.json", "full-package.json")) {
      try (var in = CaseFixture.class.getResourceAsStream(name)) {
        packages.add(java.util.Objects.requireNonNull(in).readAllBytes());
      }
    }
    return packages;
  }

  static ObjectNode demonstration() throws IOException {
    String json =
        Files.readString(
                Path.of(
                    System.getProperty("vellum.root", ".."),
                    "start/src/main/resources/demonstration/framework.json"))
            .replace("{baseUrl}", FrameworkFixture.BASE);
    return (ObjectNode) Json.mapper().readTree(json);
  }
}
