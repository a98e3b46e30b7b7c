package org.vellum.finaid.delivery;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.ConfigProvider;
import org.vellum.platform.configuration.Configurations;
import org.vellum.platform.usecase.Component;

@Component
class DeliveryConfigurations {

  @Produces
  @Singleton
  DeliveryConfiguration configuration() {
    return Configurations.read(DeliveryConfiguration.class, ConfigProvider.getConfig());
  }
}
