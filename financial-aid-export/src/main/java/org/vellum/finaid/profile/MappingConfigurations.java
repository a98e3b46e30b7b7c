package org.vellum.finaid.profile;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.ConfigProvider;
import org.vellum.platform.configuration.Configurations;
import org.vellum.platform.usecase.Component;

@Component
class MappingConfigurations {

  @Produces
  @Singleton
  MappingConfiguration configuration() {
    return Configurations.read(MappingConfiguration.class, ConfigProvider.getConfig());
  }
}
