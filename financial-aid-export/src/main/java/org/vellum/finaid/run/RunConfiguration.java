package org.vellum.finaid.run;

import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.vellum.finaid.export.RunInfo;
import org.vellum.platform.configuration.Key;

/**
 * What an operator can set of the export's runs.
 *
 * @param opeid the institution
 * @param folder where packages and what becomes one are kept
 * @param keySecret opens the key that signs
 * @param partitions how many parts are written at once
 * @param schedule the time of day of a daily run
 * @param scheduleKind what the daily run is
 * @param scheduleProfile what it is written in
 * @param changesKept how long changes can be asked for
 * @param packagesKept how long packages are kept
 * @param requestsPerMinute how many requests a client may make
 */
public record RunConfiguration(
    @Key(
            name = "vellum.financial-aid.opeid",
            meaning =
                "The institution's OPEID, eight digits. It is in the name and the manifest of"
                    + " every package.",
            defaultValue = "00000000")
        String opeid,
    @Key(
            name = "vellum.financial-aid.folder",
            meaning =
                "Folder for export packages and for what becomes one. With several nodes it must be"
                    + " shared by them. Relative to the server's working folder.",
            defaultValue = "data/financial-aid")
        String folder,
    @Key(
            name = "vellum.financial-aid.key-secret",
            meaning =
                "Secret that encrypts the key that signs packages, at least 16 characters. Without"
                    + " it every run fails with KEY_MISSING.",
            defaultValue = "")
        String keySecret,
    @Key(
            name = "vellum.financial-aid.partitions",
            meaning = "How many parts of a package are written at once, from 1 to 64.",
            defaultValue = "4")
        int partitions,
    @Key(
            name = "vellum.financial-aid.schedule",
            meaning =
                "Time of day in UTC at which a run is started every day, HH:mm; empty: never.",
            defaultValue = "")
        String schedule,
    @Key(
            name = "vellum.financial-aid.schedule-kind",
            meaning =
                "What the daily run is, FULL or DELTA. The first of a profile is always full.",
            defaultValue = "DELTA")
        String scheduleKind,
    @Key(
            name = "vellum.financial-aid.schedule-profile",
            meaning = "What the daily run is written in: standard, marked or spreadsheet.",
            defaultValue = "standard")
        String scheduleProfile,
    @Key(
            name = "vellum.financial-aid.changes-kept",
            meaning =
                "How long changes since a package can be asked for, as an ISO 8601 duration; after"
                    + " that a full run is needed.",
            defaultValue = "P90D")
        Duration changesKept,
    @Key(
            name = "vellum.financial-aid.packages-kept",
            meaning =
                "How long the files of a package are kept, as an ISO 8601 duration in days. 34 CFR"
                    + " 668.24 asks for three years after the award year.",
            defaultValue = "P1461D")
        Duration packagesKept,
    @Key(
            name = "vellum.financial-aid.requests-per-minute",
            meaning = "How many requests a connected system may make in a minute.",
            defaultValue = "600")
        int requestsPerMinute) {

  private static final int MOST_PARTITIONS = 64;

  public RunConfiguration {
    require(opeid.matches("[0-9]{8}"), "vellum.financial-aid.opeid must be eight digits");
    require(!folder.isBlank(), "vellum.financial-aid.folder must not be empty");
    require(
        partitions >= 1 && partitions <= MOST_PARTITIONS,
        "vellum.financial-aid.partitions must be from 1 to 64");
    require(
        schedule.isBlank() || isTime(schedule),
        "vellum.financial-aid.schedule must be a time such as 02:30");
    require(
        scheduleKind.equals("FULL") || scheduleKind.equals("DELTA"),
        "vellum.financial-aid.schedule-kind must be FULL or DELTA");
    require(
        RunProfile.find(scheduleProfile).isPresent(),
        "vellum.financial-aid.schedule-profile must be standard, marked or spreadsheet");
    require(requestsPerMinute >= 1, "vellum.financial-aid.requests-per-minute must be at least 1");
  }

  /** The time of the daily run, if there is one. */
  public Optional<LocalTime> daily() {
    return schedule.isBlank() ? Optional.empty() : Optional.of(LocalTime.parse(schedule));
  }

  /** What the daily run asks for. */
  public RunRequest dailyRequest() {
    return new RunRequest(RunInfo.Kind.valueOf(scheduleKind), scheduleProfile, "");
  }

  private static boolean isTime(String text) {
    try {
      LocalTime.parse(text);
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  /** Names the holder without showing its secret. */
  @Override
  public String toString() {
    return "RunConfiguration[" + opeid + "]";
  }
}
