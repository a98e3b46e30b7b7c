/**
 * Names and Role Provisioning Services 2.0, as the platform: who is in a class.
 *
 * <p>Decision: a tool is told names and e-mail addresses only if the registrar said so of this
 * tool; identifiers and roles, without which no score could be sent, always.
 */
@NullMarked
package org.vellum.competency.lti.nrps;

import org.jspecify.annotations.NullMarked;
