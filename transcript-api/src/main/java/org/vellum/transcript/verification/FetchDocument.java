package org.vellum.transcript.verification;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Inject;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vellum.credentials.verification.Fetched;
import org.vellum.platform.usecase.Component;
import org.vellum.transcript.sharing.OpenShare;
import org.vellum.transcript.sharing.Presented;

/** Gets the document at an address that somebody wants verified. */
@Component
public class FetchDocument {
  private static final Pattern SHARE =
      Pattern.compile("/shares/([A-Za-z0-9_-]+)(?:/record\\.json)?");
  private static final String NOTHING = "there is nothing at this address of this server";

  private final OwnDocuments own;
  private final KnownDocuments documents;
  private final OpenShare openShare;

  @Inject
  public FetchDocument(OwnDocuments own, KnownDocuments documents, OpenShare openShare) {
    this.own = own;
    this.documents = documents;
    this.openShare = openShare;
  }

  /** What came of it. */
  sealed interface Result {
    /** The document. */
    @SuppressWarnings("ArrayRecordComponent") // bytes on their way to the verifier
    record Got(byte[] document) implements Result {}

    /** There is no document, for this reason, which is a sentence for a person. */
    record NotGot(String why) implements Result {}
  }

  /**
   * Gets it.
   *
   * @param address what was typed
   */
  Result fetch(String address) {
    URI uri;
    try {
      uri = new URI(address.strip());
    } catch (URISyntaxException e) {
      return new Result.NotGot("This is not an address.");
    }
    Matcher share = SHARE.matcher(Optional.ofNullable(uri.getPath()).orElse(""));
    if (own.holds(uri) && share.matches()) {
      return shared(share.group(1));
    }
    return switch (documents.forOneVerification().fetch(uri)) {
      case Fetched.Found found -> new Result.Got(found.body());
      case Fetched.Missing missing -> notGot(missing.why());
      case Fetched.Gone gone -> notGot(gone.why());
      case Fetched.Unreachable unreachable -> notGot(unreachable.why());
    };
  }

  private Result shared(String token) {
    return switch (openShare.open(token, Presented.nothing(), OpenShare.Kind.VERIFICATION)) {
      case OpenShare.Result.Shown shown -> new Result.Got(shown.credential().getBytes(UTF_8));
      case OpenShare.Result.CodeNeeded() ->
          notGot("this link needs an access code; open it, and verify it from there");
      case OpenShare.Result.WrongCode() -> notGot("the access code is not right");
      case OpenShare.Result.Nothing nothing -> notGot(NOTHING);
    };
  }

  private static Result notGot(String why) {
    return new Result.NotGot("The document could not be fetched: " + why + ".");
  }
}
