package org.vellum.competency.framework;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A framework as it stands here.
 *
 * @param identifier identifier of its CFDocument
 * @param uri canonical address of its CFDocument
 * @param packageUri canonical address of its CFPackage
 * @param title title
 * @param creator who made it
 * @param version its version, where it states one
 * @param adoptionStatus its status in the words of the implementation guide, where it has one
 * @param draft whether it is a private draft
 * @param changedAt when anything of it last changed here
 * @param document the CFDocument as CASE 1.1 wants it inside a package, a JSON text
 */
public record Framework(
    UUID identifier,
    String uri,
    String packageUri,
    String title,
    String creator,
    Optional<String> version,
    Optional<String> adoptionStatus,
    boolean draft,
    Instant changedAt,
    @JsonIgnore String document) {}
