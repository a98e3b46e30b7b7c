package org.vellum.finaid.ssn;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.ConfigProvider;
import org.vellum.platform.configuration.Configurations;
import org.vellum.platform.usecase.Component;

@Component
class NumbersConfigurations {

  @Produces
  @Singleton
  NumbersConfiguration configuration() {
    return Configurations.read(NumbersConfiguration.class, ConfigProvider.getConfig());
  }
}
