package org.vellum.transcript.issuer;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.ConfigProvider;
import org.vellum.platform.configuration.Configurations;
import org.vellum.platform.usecase.Component;

@Component
class TranscriptConfigurations {

  @Produces
  @Singleton
  TranscriptConfiguration configuration() {
    return Configurations.read(TranscriptConfiguration.class, ConfigProvider.getConfig());
  }
}
