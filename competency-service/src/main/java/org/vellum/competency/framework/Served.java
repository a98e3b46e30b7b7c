package org.vellum.competency.framework;

/**
 * An object that may be served, with the framework that holds it.
 *
 * @param framework the framework to which it belongs
 * @param json the object as CASE 1.1 wants it inside a package, a JSON text
 */
public record Served(Framework framework, String json) {}
