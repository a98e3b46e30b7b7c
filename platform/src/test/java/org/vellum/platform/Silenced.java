package org.vellum.platform;

import java.util.logging.Logger;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Keeps off the console what a test class provokes on purpose. */
public final class Silenced implements BeforeAllCallback, AfterAllCallback {
  // Held, or it could be collected with its setting.
  private final Logger logger;

  private Silenced(Logger logger) {
    this.logger = logger;
  }

  /** Silences the logger of a class, whether we can see the class or not. */
  public static Silenced logOf(String className) {
    return new Silenced(Logger.getLogger(className));
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    logger.setUseParentHandlers(false);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    logger.setUseParentHandlers(true);
  }
}
