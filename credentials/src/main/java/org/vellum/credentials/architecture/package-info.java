/**
 * Says at its place, and with the reason, where this module departs from a rule of the house.
 *
 * <p>Decision: a copy of the platform's annotation, because this module is used without the
 * platform; the rules look for the name.
 */
@NullMarked
package org.vellum.credentials.architecture;

import org.jspecify.annotations.NullMarked;
