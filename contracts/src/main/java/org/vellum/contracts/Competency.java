package org.vellum.contracts;

import java.util.Optional;
import java.util.UUID;

/**
 * A competency as its framework stated it at one version (CASE 1.1, CFItem and its CFDocument).
 *
 * @param identifier identifier of the CFItem
 * @param uri canonical address of the CFItem, the target of alignments
 * @param statement the full statement
 * @param humanCode the humanCodingScheme, where the item has one
 * @param framework identifier of the CFDocument
 * @param frameworkUri canonical address of the CFDocument
 * @param frameworkTitle title of the CFDocument
 * @param frameworkVersion version of the CFDocument that was in force; empty where it states none
 */
public record Competency(
    UUID identifier,
    String uri,
    String statement,
    Optional<String> humanCode,
    UUID framework,
    String frameworkUri,
    String frameworkTitle,
    Optional<String> frameworkVersion) {}
