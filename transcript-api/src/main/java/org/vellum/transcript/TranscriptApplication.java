package org.vellum.transcript;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.HashSet;
import java.util.Set;
import org.vellum.platform.oauth.ClientsResource;
import org.vellum.platform.oauth.TokenResource;
import org.vellum.platform.pages.AssetsResource;
import org.vellum.platform.signin.SignInResource;
import org.vellum.platform.web.PlatformProviders;
import org.vellum.transcript.home.HomeResource;
import org.vellum.transcript.home.MyRecordResource;
import org.vellum.transcript.home.MySharesResource;
import org.vellum.transcript.home.ProblemsResource;
import org.vellum.transcript.sharing.SharesResource;
import org.vellum.transcript.verification.MyVerificationsResource;
import org.vellum.transcript.verification.SharedVerificationsResource;
import org.vellum.transcript.verification.VerificationsResource;

/** What the transcript service answers; it also serves what all services share. */
@ApplicationPath("/")
public class TranscriptApplication extends Application {
  private static final Set<Class<?>> SHARED =
      Set.of(
          AssetsResource.class, ClientsResource.class, SignInResource.class, TokenResource.class);

  private static final Set<Class<?>> PEOPLE =
      Set.of(
          HomeResource.class,
          ProblemsResource.class,
          MyRecordResource.class,
          MySharesResource.class,
          MyVerificationsResource.class,
          SharesResource.class,
          SharedVerificationsResource.class,
          VerificationsResource.class);

  @Override
  public Set<Class<?>> getClasses() {
    Set<Class<?>> classes = new HashSet<>(PlatformProviders.classes());
    classes.addAll(SHARED);
    classes.addAll(PEOPLE);
    return classes;
  }
}
