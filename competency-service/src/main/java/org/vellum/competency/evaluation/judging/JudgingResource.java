package org.vellum.competency.evaluation.judging;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vellum.competency.evaluation.Teaching;
import org.vellum.competency.evaluation.judging.RecordJudgement.Result;
import org.vellum.competency.evaluation.judging.RecordJudgement.Said;
import org.vellum.competency.framework.Rubrics;
import org.vellum.platform.pages.Flash;
import org.vellum.platform.pages.Page;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.security.Caller;
import org.vellum.platform.security.Roles;
import org.vellum.platform.usecase.Component;

/**
 * Evaluations by hand: the line items of one's own classes, the learners of one, the form for one
 * learner. Whoever does not teach a class finds nothing of it, as if it were not there.
 */
@Component
@Path("/judging")
public class JudgingResource {
  static final String TEMPLATES = "org/vellum/competency/evaluation/judging/";
  private static final int PAGE = 50;
  private static final int MOST_RUBRICS = 100;
  private static final String LEVEL = "level-";

  @Inject private Teaching teaching;
  @Inject private Rubrics rubrics;
  @Inject private GivenRubrics given;
  @Inject private RecordJudgement recordJudgement;
  @Inject private Caller caller;
  @Inject private Clock clock;

  /** The line items that the caller may evaluate. */
  @GET
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed({Roles.REGISTRAR, Roles.FACULTY})
  public Page items(@QueryParam("offset") @DefaultValue("0") int offset) {
    int from = Math.max(0, offset);
    return Page.of(
        TEMPLATES + "items",
        Map.of("items", teaching.items(teacher(), PAGE, from), "offset", from, "size", PAGE));
  }

  /** The learners of a line item's class. */
  @GET
  @Path("learners")
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed({Roles.REGISTRAR, Roles.FACULTY})
  public Page learners(
      @QueryParam("lineItem") @DefaultValue("") String lineItem,
      @QueryParam("rubric") @DefaultValue("") String rubric) {
    return Page.of(
        TEMPLATES + "learners",
        Map.of(
            "item", item(lineItem),
            "rubric", rubric,
            "rubrics", rubrics.list(teaching.objectives(lineItem), MOST_RUBRICS),
            "students", teaching.students(teacher(), lineItem)));
  }

  /** The form for one learner. */
  @GET
  @Path("form")
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed({Roles.REGISTRAR, Roles.FACULTY})
  public Page form(
      @QueryParam("lineItem") @DefaultValue("") String lineItem,
      @QueryParam("student") @DefaultValue("") String student,
      @QueryParam("rubric") @DefaultValue("") String rubric) {
    String today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString();
    String corrects =
        teaching
            .judged(Judgement.SOURCE, Judgement.sourcedId(lineItem, student))
            .map(judged -> judged.id().toString())
            .orElse("");
    return form(new Said(lineItem, student, rubric, "", today, "", "", corrects, Map.of()), "");
  }

  /** Records what the form says. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed({Roles.REGISTRAR, Roles.FACULTY})
  public Response record(MultivaluedMap<String, String> form) {
    Said said = said(form);
    return switch (recordJudgement.record(teacher(), said)) {
      case Result.Kept kept -> Flash.to(learnersOf(said), "The evaluation is recorded.");
      case Result.NotYours notYours -> throw unknown();
      case Result.Overtaken overtaken ->
          again(
              said,
              409,
              "Somebody evaluated the same meanwhile. Look at it before you correct it.");
      case Result.Refused(String sentence) -> again(said, 422, sentence);
    };
  }

  private Response again(Said said, int status, String sentence) {
    return Response.status(status).entity(form(said, sentence)).build();
  }

  private Page form(Said said, String fault) {
    Teaching.Item item = item(said.lineItem());
    Teaching.Student student =
        teaching
            .student(teacher(), said.lineItem(), said.student())
            .orElseThrow(JudgingResource::unknown);
    Map<String, Object> model = new HashMap<>();
    model.put("item", item);
    model.put("student", student);
    model.put("said", said);
    model.put("fault", fault);
    model.put("rubric", given.find(said.rubric()));
    return Page.of(TEMPLATES + "form", model);
  }

  private static Said said(MultivaluedMap<String, String> form) {
    Map<String, String> levels = new HashMap<>();
    form.forEach((name, values) -> {
      if (name.startsWith(LEVEL) && !values.isEmpty()) {
        levels.put(name.substring(LEVEL.length()), values.getFirst());
      }
    });
    return new Said(
        text(form, "lineItem"),
        text(form, "student"),
        text(form, "rubric"),
        text(form, "score"),
        text(form, "day"),
        text(form, "comment"),
        text(form, "evidence"),
        text(form, "corrects"),
        levels);
  }

  private static String text(MultivaluedMap<String, String> form, String name) {
    @Nullable String value = form.getFirst(name);
    return value == null ? "" : value.strip();
  }

  private Teaching.Item item(String lineItem) {
    return teaching.find(teacher(), lineItem).orElseThrow(JudgingResource::unknown);
  }

  private Teaching.Teacher teacher() {
    return new Teaching.Teacher(caller.actor(), caller.has(Roles.REGISTRAR));
  }

  private static URI learnersOf(Said said) {
    return URI.create(
        "/competency/judging/learners?lineItem="
            + encoded(said.lineItem())
            + "&rubric="
            + encoded(said.rubric()));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static RuntimeException unknown() {
    return Problem.of(404, "Nothing to evaluate", "There is no such line item or learner of yours.")
        .exception();
  }
}
