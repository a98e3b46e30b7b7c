package org.vellum.credentials.record;

/**
 * How two achievements of a record relate (CLR 2.0, Association).
 *
 * @param type {@code exactMatchOf, isChildOf, isParentOf, isPartOf, isPeerOf, isRelatedTo,
 *     precedes} or {@code replacedBy}
 * @param sourceId the id of the achievement that the sentence starts with
 * @param targetId the id of the achievement that it ends with
 */
public record Link(String type, String sourceId, String targetId) {}
