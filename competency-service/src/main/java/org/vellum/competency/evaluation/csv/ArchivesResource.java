package org.vellum.competency.evaluation.csv;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vellum.platform.configuration.PlatformConfiguration;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.security.Caller;
import org.vellum.platform.security.Roles;
import org.vellum.platform.usecase.Component;

/** Roster and results as an archive of OneRoster 1.2's CSV binding. */
@Component
@Path("/rosters/archive.zip")
public class ArchivesResource {
  @Inject private ExportArchive exportArchive;
  @Inject private AuditExport auditExport;
  @Inject private PlatformConfiguration configuration;
  @Inject private Caller caller;

  /**
   * The archive.
   *
   * @param since a date and time, in UTC where it names no offset: only what changed after it, as
   *     delta files; without it everything, as bulk files
   */
  @GET
  @Produces("application/zip")
  @RolesAllowed(Roles.REGISTRAR)
  public Response archive(@QueryParam("since") @Nullable String since) throws IOException {
    Optional<Instant> after =
        since == null || since.isBlank() ? Optional.empty() : Optional.of(instant(since.strip()));
    auditExport.record(caller.actor(), after);
    java.nio.file.Path file = Files.createTempFile("archive", ".zip");
    try {
      exportArchive.writeTo(file, after, configuration.institutionName());
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
    StreamingOutput output =
        out -> {
          try {
            Files.copy(file, out);
          } finally {
            Files.deleteIfExists(file);
          }
        };
    String name = after.isPresent() ? "oneroster-delta.zip" : "oneroster.zip";
    return Response.ok(output)
        .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
        .build();
  }

  static Instant instant(String text) {
    try {
      return text.matches(".*([zZ]|[+-]\\d\\d:\\d\\d)")
          ? OffsetDateTime.parse(text).toInstant()
          : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw Problem.of(
              422, "No time", "Say since when as a date and time, such as 2026-09-01T06:00.")
          .exception();
    }
  }
}
