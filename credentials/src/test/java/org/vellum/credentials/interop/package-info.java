/**
 * Other implementations as judges of what Vellum signs, and Vellum as a judge of what they sign.
 */
package org.vellum.credentials.interop;
