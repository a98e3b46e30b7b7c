package org.vellum.competency.evaluation.oneroster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.vellum.competency.evaluation.Recorded;
import org.vellum.competency.roster.FileReport;
import org.vellum.competency.roster.sources.FurtherObjects.Objects;
import org.vellum.platform.imsx.ImsxException;
import org.vellum.platform.problem.Finding;

/** What became of the objects of a page, each in one count; of those refused, why. */
final class IntakeTally {
  private final Objects objects;
  private int added;
  private int updated;
  private int refused;

  IntakeTally(Objects objects) {
    this.objects = objects;
  }

  /** Reads an object of the page. */
  @FunctionalInterface
  interface Reading {
    void read(int position, ObjectNode object, String sourcedId);
  }

  /** Reads each object, and refuses those that cannot be read. */
  void readEach(Reading reading) {
    for (int i = 0; i < objects.objects().size(); i++) {
      JsonNode each = objects.objects().get(i);
      if (each instanceof ObjectNode object) {
        try {
          Body.refuseUnstorable(object);
          reading.read(i, object, new Members(object, "").identifier("sourcedId"));
        } catch (ImsxException e) {
          refuse(i, "", "value-invalid", String.valueOf(e.getMessage()));
        }
      } else {
        refuse(i, "", "value-invalid", "It is no object.");
      }
    }
  }

  /** Counts what became of an object that is no result. */
  void note(int position, StoreObject.Result result) {
    switch (result) {
      case StoreObject.Result.Stored stored -> {
        if (stored.before().isEmpty()) {
          added++;
        } else if (stored.changes()) {
          updated++;
        }
      }
      case StoreObject.Result.UnknownReference unknown ->
          refuse(position, unknown.member(), "reference-unknown", "It names what is not known.");
      case StoreObject.Result.Stale stale ->
          refuse(
              position,
              "dateLastModified",
              "stale",
              "A newer state is known, as of " + stale.newest() + ".");
      case StoreObject.Result.Taken taken ->
          refuse(
              position,
              "sourcedId",
              "identifier-taken",
              "Its sourcedId is that of a " + taken.singular() + " already.");
    }
  }

  /** Counts what became of a result. */
  void note(int position, Recorded recorded) {
    switch (recorded) {
      case Recorded.Stored stored -> added++;
      case Recorded.AlreadyKnown known -> {
        // counted as unchanged
      }
      case Recorded.Stale stale ->
          refuse(
              position,
              "dateLastModified",
              "stale",
              "A newer state is known, as of " + stale.newest() + ".");
      case Recorded.Overtaken overtaken ->
          objects
              .findings()
              .add(
                  Finding.warning(
                      "changed-since",
                      place(position, "dateLastModified"),
                      "The same was read before and changed since, with the date "
                          + overtaken.newest()
                          + ", and that change stands: only a newer date makes it hold again."));
      case Recorded.Refused why -> refuse(position, "", why.reason(), why.sentence());
    }
  }

  /** All of it. */
  FileReport report() {
    int read = objects.objects().size();
    return new FileReport(
        objects.collection(),
        "delta",
        read,
        added,
        updated,
        read - added - updated - refused,
        refused);
  }

  private void refuse(int position, String member, String code, String why) {
    refused++;
    objects.findings().add(Finding.error(code, place(position, member), why));
  }

  private String place(int position, String member) {
    String place = objects.collection() + ":" + (objects.before() + position + 1L);
    return member.isEmpty() ? place : place + ":" + member;
  }
}
