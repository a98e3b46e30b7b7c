package org.vellum.transcript.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vellum.transcript.fixture.Facts.ADA;
import static org.vellum.transcript.fixture.Facts.ada;
import static org.vellum.transcript.fixture.Facts.attainment;
import static org.vellum.transcript.fixture.Facts.competency;
import static org.vellum.transcript.fixture.Facts.learner;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.contracts.RecordRequestAgreed;
import org.vellum.platform.event.EventContext;
import org.vellum.platform.persistence.Schemas;
import org.vellum.testsupport.TestDatabase;

class AgreedRequestsTest {
  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "transcript")
          .emptyAfterEach("transcript");

  private static final UUID REQUEST = UUID.fromString("01932b1e-0000-7000-8000-00000000a5ed");

  private final Desk desk = new Desk(database);
  private final RequestedShares requested = new RequestedShares(desk.institution.jdbi, desk.links);
  private final AgreedRequests agreed =
      new AgreedRequests(
          desk.institution.learners, desk.publisher.records(), desk.createShare, requested);

  private void adaHasARecord() throws Exception {
    desk.institution.hears(
        ada(),
        attainment(
            desk.institution.anId(),
            competency(desk.institution.ids.nextV4(), "Asks a question that data can answer")));
    desk.publisher.publish();
  }

  private void hears(LocalDate lastDay) throws Exception {
    RecordRequestAgreed event = new RecordRequestAgreed(REQUEST, ADA, "acme", lastDay);
    EventContext context = new EventContext(1, event.subject(), desk.institution.clock.instant());
    database.inTransaction(() -> agreed.consume(event, context));
  }

  @Test
  void the_employer_who_asked_is_led_to_the_record_and_nobody_else() throws Exception {
    adaHasARecord();
    hears(desk.today().plusDays(30));

    String address = requested.findAddress(REQUEST, "acme").orElseThrow().toString();
    String token = address.substring(address.lastIndexOf('/') + 1);
    assertThat(desk.open(token)).isInstanceOf(OpenShare.Result.Shown.class);
    assertThat(requested.findAddress(REQUEST, "another")).isEmpty();
    assertThat(desk.shares.listOf("ada"))
        .singleElement()
        .satisfies(share -> assertThat(share.note()).isEqualTo("Asked for by acme"));
  }

  @Test
  void it_is_the_record_of_who_agreed_though_the_sign_in_name_is_somebody_elses_now()
      throws Exception {
    adaHasARecord();
    desk.institution.hears(learner(desk.institution.anId(), "ada", "Bea", "Another"));
    hears(desk.today().plusDays(30));

    String address = requested.findAddress(REQUEST, "acme").orElseThrow().toString();
    String token = address.substring(address.lastIndexOf('/') + 1);
    assertThat(desk.open(token))
        .isInstanceOfSatisfying(
            OpenShare.Result.Shown.class,
            shown -> assertThat(shown.toString()).contains("Lovelace").doesNotContain("Another"));
  }

  @Test
  void hearing_it_again_makes_no_second_link() throws Exception {
    adaHasARecord();
    hears(desk.today().plusDays(30));
    hears(desk.today().plusDays(30));
    assertThat(desk.shares.listOf("ada")).hasSize(1);
  }

  @Test
  void a_link_that_cannot_be_made_any_more_leads_to_nothing() throws Exception {
    adaHasARecord();
    hears(desk.today());
    assertThat(requested.findAddress(REQUEST, "acme")).isEmpty();
    assertThat(desk.shares.listOf("ada")).isEmpty();
  }
}
