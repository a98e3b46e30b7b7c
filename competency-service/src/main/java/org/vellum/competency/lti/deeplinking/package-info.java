/**
 * What a tool answers after somebody chose content in it (LTI Deep Linking 2.0, section 4.5).
 *
 * <p>Decision: the answer comes by way of a browser, so it is believed for its signature and for
 * the secret that this very choice was begun with, and for nothing else.
 */
@NullMarked
package org.vellum.competency.lti.deeplinking;

import org.jspecify.annotations.NullMarked;
