package org.vellum.finaid.run;

import org.vellum.finaid.export.RunInfo;

/**
 * What a run is asked for.
 *
 * @param kind all records, or those that changed
 * @param profile what the package is written in, by name
 * @param since for a delta, the token that the last package gave; empty for since the last package
 */
public record RunRequest(RunInfo.Kind kind, String profile, String since) {}
