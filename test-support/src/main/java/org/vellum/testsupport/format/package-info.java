/**
 * One format for all source, and the command that applies it.
 *
 * <p>Decision: google-java-format is called from here and not by a Maven plugin. A plugin such as
 * Spotless formats inside Maven's own JVM with that JVM's parser, and the JVM may be a Java 17,
 * which cannot read the patterns of Java 21; this runs on the toolchain that compiles the project.
 */
@NullMarked
package org.vellum.testsupport.format;

import org.jspecify.annotations.NullMarked;
