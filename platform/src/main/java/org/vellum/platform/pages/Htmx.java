package org.vellum.platform.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which htmx the build brought along. */
final class Htmx {
  static final String VERSION = version();

  private Htmx() {}

  private static String version() {
    String pom = "/META-INF/maven/org.webjars.npm/htmx.org/pom.properties";
    try (InputStream in = Htmx.class.getResourceAsStream(pom)) {
      if (in == null) {
        throw new IllegalStateException("the webjar of htmx is missing");
      }
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
