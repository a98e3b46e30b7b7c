package org.vellum.platform.pages;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.vellum.platform.usecase.Component;

/**
 * Fills templates. Each service's templates are found through its own class loader, the layout
 * through the application's, which is the parent of all.
 */
@Component
public class Templates {
  private static final Logger LOG = Logger.getLogger(Templates.class.getName());
  private static final int LARGEST_PAGE = 20_000_000;

  private final Map<ClassLoader, PebbleEngine> engines = new ConcurrentHashMap<>();

  /**
   * Fills a template.
   *
   * @param template its path on the class path, without the ending
   * @param loader sees the template
   * @throws PebbleException if the template is missing or cannot be filled
   */
  public String fill(String template, Map<String, Object> model, ClassLoader loader) {
    StringWriter page = new StringWriter();
    try {
      engines
          .computeIfAbsent(loader, Templates::engine)
          .getTemplate(template)
          .evaluate(page, model);
    } catch (PebbleException e) {
      // Where the template is at fault; not the message, which may print what it was given.
      LOG.log(
          Level.SEVERE,
          "Template {0}, line {1}: {2}",
          new Object[] {e.getFileName(), e.getLineNumber(), e.getClass().getSimpleName()});
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return page.toString();
  }

  private static PebbleEngine engine(ClassLoader loader) {
    ClasspathLoader templates = new ClasspathLoader(loader);
    templates.setSuffix(".peb");
    return new PebbleEngine.Builder()
        .loader(templates)
        .autoEscaping(true)
        .strictVariables(true)
        .defaultLocale(Locale.ENGLISH)
        .maxRenderedSize(LARGEST_PAGE)
        .extension(new PageExtension())
        .build();
  }
}
