package org.vellum.finaid.delivery;

import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Optional;
import org.vellum.finaid.run.Run;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.security.Caller;
import org.vellum.platform.usecase.Component;

/** A file of a package as an answer, whole or a range of it, to systems and to people alike. */
@Component
public class PackageFilesResource {
  private static final String RANGES = "Accept-Ranges";

  private final PackageFiles files;
  private final Disclose disclose;
  private final Caller caller;

  @Inject
  public PackageFilesResource(PackageFiles files, Disclose disclose, Caller caller) {
    this.files = files;
    this.disclose = disclose;
    this.caller = caller;
  }

  /**
   * What a request asks for beside the file.
   *
   * @param range a range of bytes
   * @param ifRange the range only if the file is still this one
   * @param ifNoneMatch nothing if the file is still this one
   */
  record Conditions(
      Optional<String> range, Optional<String> ifRange, Optional<String> ifNoneMatch) {
    static final Conditions NONE =
        new Conditions(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** A file, unless it holds social security numbers. */
  Response answer(Run run, String name, Conditions conditions) {
    PackageFiles.PackageFile file =
        files.find(run, name).filter(each -> !each.isOfNumbers()).orElseThrow(() -> unknown(run));
    return answer(run, file, conditions);
  }

  /** A file of social security numbers. */
  Response answerNumbers(Run run, String name) {
    PackageFiles.PackageFile file =
        files
            .find(run, name)
            .filter(PackageFiles.PackageFile::isOfNumbers)
            .orElseThrow(() -> unknown(run));
    return answer(run, file, Conditions.NONE);
  }

  private Response answer(Run run, PackageFiles.PackageFile file, Conditions conditions) {
    String tag = "\"" + file.sha256() + "\"";
    if (conditions.ifNoneMatch.filter(known -> known.contains(tag)).isPresent()) {
      return Response.notModified().header(HttpHeaders.ETAG, tag).build();
    }
    // Of another file than the one that was begun, all is sent.
    boolean same = conditions.ifRange.map(tag::equals).orElse(true);
    Optional<String> range = same ? conditions.range : Optional.empty();
    return switch (ByteRange.of(range, file.bytes())) {
      case ByteRange.Asked.Whole whole ->
          sent(run, file, tag, new ByteRange(0, file.bytes() - 1), false);
      case ByteRange.Asked.Part(ByteRange part) -> sent(run, file, tag, part, true);
      case ByteRange.Asked.Beyond beyond ->
          Response.status(416)
              .header("Content-Range", "bytes */" + file.bytes())
              .header(RANGES, "bytes")
              .type(Problem.MEDIA_TYPE)
              .entity(Problem.of(416, "Range not there", "The file is shorter."))
              .build();
    };
  }

  private Response sent(
      Run run, PackageFiles.PackageFile file, String tag, ByteRange range, boolean part) {
    disclose.disclose(
        caller.actor(),
        new Disclose.What.PackageFile(run.id().toString(), file.name(), range.length()));
    StreamingOutput out = to -> file.write(range, to);
    Response.ResponseBuilder answer =
        Response.status(part ? 206 : 200)
            .entity(out)
            .type(file.type())
            .header(HttpHeaders.ETAG, tag)
            .header(RANGES, "bytes")
            .header(HttpHeaders.CONTENT_LENGTH, range.length())
            .header(HttpHeaders.CACHE_CONTROL, "private, no-transform")
            .header(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"" + file.path().getFileName() + "\"");
    if (part) {
      answer.header("Content-Range", range.of(file.bytes()));
    }
    return answer.build();
  }

  private static RuntimeException unknown(Run run) {
    if (run.state().isPublished() && run.removedAt().isPresent()) {
      return Problem.of(410, "Package removed", "The time for which it was kept is over.")
          .exception();
    }
    return Problem.of(404, "Unknown file", "The package has no such file.").exception();
  }
}
