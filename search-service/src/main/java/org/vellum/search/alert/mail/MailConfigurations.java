package org.vellum.search.alert.mail;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.ConfigProvider;
import org.vellum.platform.configuration.Configurations;
import org.vellum.platform.usecase.Component;

@Component
class MailConfigurations {

  @Produces
  @Singleton
  MailConfiguration configuration() {
    return Configurations.read(MailConfiguration.class, ConfigProvider.getConfig());
  }
}
