package org.vellum.finaid.profile;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vellum.finaid.export.CsvProfile;
import org.vellum.finaid.export.Entities;
import org.vellum.finaid.export.Entity;
import org.vellum.finaid.export.Form;
import org.vellum.finaid.export.PackageForms;
import org.vellum.finaid.export.PackagePart;
import org.vellum.finaid.measure.model.Ruleset;
import org.vellum.finaid.records.ALearner;
import org.vellum.finaid.records.AProgram;
import org.vellum.finaid.records.LearnerRecords;

class MappedFilesTest {
  @TempDir Path folder;

  @Test
  void shipped_profiles_and_those_of_a_school_write_beside_the_records() throws Exception {
    records();
    Path own = folder.resolve("own.json");
    Files.writeString(
        own,
        """
        {"name": "own", "title": "Ours", "status": "LOCAL", "files": [{"name": "a.csv",
         "form": "CSV", "records": {"each": "student", "columns": [
           {"name": "Id", "from": "institutionStudentId"}]}}]}
        """);
    assertThat(write("powerfaids-sii, " + own)).isEmpty();
    assertThat(folder.resolve("mapped/own/a.csv")).hasContent("Id\nS-1");
    assertThat(folder.resolve("mapped/powerfaids-sii/sii_student.csv")).exists();
    assertThat(folder.resolve("mapped/powerfaids-sii/findings.csv")).hasContent("place,message");
  }

  @Test
  void done_again_the_bytes_are_the_same() throws Exception {
    records();
    write("regent-sbl");
    byte[] before = Files.readAllBytes(folder.resolve("mapped/regent-sbl/sbl.xml"));
    write("regent-sbl");
    assertThat(folder.resolve("mapped/regent-sbl/sbl.xml")).hasBinaryContent(before);
  }

  @Test
  void a_bad_profile_and_one_that_there_is_none_are_told() throws Exception {
    Path bad = folder.resolve("bad.json");
    Files.writeString(bad, "{\"name\": \"../../bad\"}");
    for (String name : List.of("nothing", folder.resolve("none.json").toString(), "" + bad)) {
      assertThat(write(name)).hasValueSatisfying(fault -> assertThat(fault).startsWith(name));
    }
    assertThat(folder.resolve("mapped")).doesNotExist();
  }

  @Test
  void without_profiles_nothing_is_written() throws Exception {
    assertThat(write("")).isEmpty();
    assertThat(folder.resolve("mapped")).doesNotExist();
  }

  private Optional<String> write(String names) throws Exception {
    return new MappedFiles(new MappingConfiguration(names)).write(folder);
  }

  /** As they are before a package is signed. */
  private void records() throws Exception {
    LearnerRecords records =
        LearnerRecords.by(new AProgram().catalogue(), ALearner.AS_OF, Ruleset.US_TIV_2025_1);
    PackageForms forms = new PackageForms(Set.of(Form.NDJSON), CsvProfile.PLAIN);
    try (PackagePart part = PackagePart.open(folder, forms, "run-1", "")) {
      part.write(records.ofPrograms(), PackagePart.Choice.ALL);
      part.write(
          records.of(ALearner.of("1").engagedUntil(ALearner.AS_OF).facts()),
          PackagePart.Choice.ALL);
      part.checkpoint();
    }
    // Where a part has nothing it makes no file; a package has one for each entity.
    for (Entity each : Entities.ALL) {
      Files.write(folder.resolve(each.name() + ".ndjson"), new byte[0], CREATE, APPEND);
    }
  }
}
