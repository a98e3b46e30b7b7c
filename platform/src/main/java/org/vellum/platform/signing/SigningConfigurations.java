package org.vellum.platform.signing;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.ConfigProvider;
import org.vellum.platform.configuration.Configurations;
import org.vellum.platform.usecase.Component;

@Component
class SigningConfigurations {

  @Produces
  @Singleton
  SigningConfiguration configuration() {
    return Configurations.read(SigningConfiguration.class, ConfigProvider.getConfig());
  }
}
