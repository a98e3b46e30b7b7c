package org.vellum.transcript;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.HashSet;
import java.util.Set;
import org.vellum.platform.audit.AuditsResource;
import org.vellum.platform.oauth.ClientsResource;
import org.vellum.platform.oauth.TokenResource;
import org.vellum.platform.pages.AssetsResource;
import org.vellum.platform.signin.SignInResource;
import org.vellum.platform.signing.TokenKeysResource;
import org.vellum.platform.web.PlatformProviders;
import org.vellum.transcript.home.HomeResource;
import org.vellum.transcript.home.MyRecordResource;
import org.vellum.transcript.home.MySharesResource;
import org.vellum.transcript.home.ProblemsResource;
import org.vellum.transcript.issuer.DidDocumentsResource;
import org.vellum.transcript.issuer.IssuersResource;
import org.vellum.transcript.issuer.KeysResource;
import org.vellum.transcript.issuing.AnnouncementsResource;
import org.vellum.transcript.issuing.CredentialsResource;
import org.vellum.transcript.issuing.LearnerRecordsResource;
import org.vellum.transcript.records.RecordsResource;
import org.vellum.transcript.sharing.RequestedSharesResource;
import org.vellum.transcript.sharing.SharesResource;
import org.vellum.transcript.status.CredentialStatusResource;
import org.vellum.transcript.status.StatusListsResource;
import org.vellum.transcript.verification.MyVerificationsResource;
import org.vellum.transcript.verification.SharedVerificationsResource;
import org.vellum.transcript.verification.VerificationsResource;

/** What the transcript service answers; it also serves what all services share. */
@ApplicationPath("/")
public class TranscriptApplication extends Application {
  private static final Set<Class<?>> SHARED =
      Set.of(
          AssetsResource.class,
          AuditsResource.class,
          ClientsResource.class,
          SignInResource.class,
          TokenKeysResource.class,
          TokenResource.class);

  private static final Set<Class<?>> OWN =
      Set.of(
          AnnouncementsResource.class,
          CredentialStatusResource.class,
          CredentialsResource.class,
          DidDocumentsResource.class,
          HomeResource.class,
          IssuersResource.class,
          KeysResource.class,
          LearnerRecordsResource.class,
          MyRecordResource.class,
          MySharesResource.class,
          MyVerificationsResource.class,
          ProblemsResource.class,
          RecordsResource.class,
          RequestedSharesResource.class,
          SharedVerificationsResource.class,
          SharesResource.class,
          StatusListsResource.class,
          VerificationsResource.class);

  @Override
  public Set<Class<?>> getClasses() {
    Set<Class<?>> classes = new HashSet<>(PlatformProviders.classes());
    classes.addAll(SHARED);
    classes.addAll(OWN);
    return classes;
  }
}
