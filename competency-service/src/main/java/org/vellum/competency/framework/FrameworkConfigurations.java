package org.vellum.competency.framework;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.ConfigProvider;
import org.vellum.platform.configuration.Configurations;
import org.vellum.platform.usecase.Component;

@Component
class FrameworkConfigurations {

  @Produces
  @Singleton
  FrameworkConfiguration configuration() {
    return Configurations.read(FrameworkConfiguration.class, ConfigProvider.getConfig());
  }
}
