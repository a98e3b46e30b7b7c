package org.vellum.competency.framework.versions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.vellum.competency.framework.Audience;
import org.vellum.competency.framework.FrameworkFixture;
import org.vellum.competency.framework.ImportFramework;
import org.vellum.competency.framework.WholePackages;
import org.vellum.testsupport.TestDatabase;

/** The versions as the container would put them together, over a test's database. */
public final class VersionsFixture {
  public final FrameworkFixture framework;
  public final WholePackages whole;
  public final VersionContents contents;
  public final NewVersion newVersion;
  public final Comparison comparison;
  private final TestDatabase database;

  public VersionsFixture(TestDatabase database) {
    this.database = database;
    this.framework = new FrameworkFixture(database);
    this.whole = new WholePackages(framework.jdbi);
    this.contents = new VersionContents(framework.jdbi);
    this.comparison = new Comparison(framework.frameworks, framework.lineages, contents);
    this.newVersion =
        new NewVersion(
            framework.frameworks,
            framework.packages,
            framework.lineages,
            contents,
            framework.audit,
            FrameworkFixture.CLOCK,
            framework.ids,
            FrameworkFixture.PLATFORM,
            FrameworkFixture.BOUNDS);
  }

  /** Takes in a package that must be acceptable. */
  public void imported(ObjectNode whole) throws Exception {
    assertThat(framework.importing(whole.toString()))
        .isInstanceOf(ImportFramework.Result.Imported.class);
  }

  public NewVersion.Result beginning(UUID predecessor) throws Exception {
    ObjectNode content = whole.find(predecessor, Audience.REGISTRARS).orElseThrow();
    return database.inTransaction(() -> newVersion.draftFrom(predecessor, () -> content, "rita"));
  }

  /** Begins a version, which must succeed, and returns the draft. */
  public UUID begun(UUID predecessor) throws Exception {
    NewVersion.Result result = beginning(predecessor);
    assertThat(result).isInstanceOf(NewVersion.Result.Begun.class);
    return ((NewVersion.Result.Begun) result).draft();
  }
}
