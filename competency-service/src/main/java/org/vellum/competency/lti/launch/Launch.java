package org.vellum.competency.lti.launch;

import java.util.Optional;
import java.util.UUID;
import org.vellum.competency.lti.PutLineItem;

/**
 * A launch that somebody began.
 *
 * @param person sign-in name
 * @param clientId the tool
 * @param deployment the deployment under which it is launched
 * @param context the class
 * @param resourceLink the link; empty where content is to be chosen
 * @param evidences what the chosen content is to evidence
 */
public record Launch(
    String person,
    String clientId,
    String deployment,
    UUID context,
    Optional<UUID> resourceLink,
    Optional<PutLineItem.Evidences> evidences) {}
