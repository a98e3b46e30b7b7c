package org.vellum.platform.configuration;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.ConfigProvider;
import org.vellum.platform.usecase.Component;

@Component
class PlatformConfigurationProducer {

  @Produces
  @Singleton
  PlatformConfiguration configuration() {
    return Configurations.read(PlatformConfiguration.class, ConfigProvider.getConfig());
  }
}
