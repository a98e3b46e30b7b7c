package org.vellum.credentials.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vellum.credentials.Examples;
import org.vellum.credentials.key.IssuerKey;

class BatchIssuingTest {
  private final IssuerKey key = IssuerKey.generate(Examples.DID);
  private final EddsaRdfc2022 suite = new EddsaRdfc2022();

  @Test
  void all_come_out_signed_and_in_order_and_a_failure_holds_up_no_other()
      throws InterruptedException {
    List<BatchIssuing.Item> items = new ArrayList<>();

    BatchIssuing.Count count =
        new BatchIssuing(3).issue(badges(30), c -> suite.sign(c, key, Examples.NOW), items::add);

    assertThat(count).isEqualTo(new BatchIssuing.Count(29, 1));
    assertThat(items).extracting(BatchIssuing.Item::number).isSorted().hasSize(30);
    for (BatchIssuing.Item item : items) {
      switch (item) {
        case BatchIssuing.Item.Failed failed -> {
          assertThat(failed.number()).isEqualTo(13);
          assertThat(failed.reason()).isInstanceOf(UnsafeCredentialException.class);
        }
        case BatchIssuing.Item.Issued issued -> {
          ObjectNode credential = issued.credential();
          assertThat(credential.get("id").asText()).endsWith("/credentials/" + issued.number());
          ObjectNode proof = (ObjectNode) credential.get("proof");
          assertThat(suite.verify(credential, proof, key.publicKey()))
              .isInstanceOf(ProofResult.Genuine.class);
        }
      }
    }
  }

  @Test
  void no_more_is_read_ahead_than_keeps_the_workers_busy() throws InterruptedException {
    AtomicInteger read = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    AtomicInteger received = new AtomicInteger();
    Iterator<ObjectNode> source =
        IntStream.range(0, 200)
            .mapToObj(i -> {
              most.accumulateAndGet(read.incrementAndGet() - received.get(), Math::max);
              return Examples.badge(1).build().toJson();
            })
            .iterator();

    new BatchIssuing(2).issue(source, c -> c, item -> received.incrementAndGet());

    assertThat(received.get()).isEqualTo(200);
    assertThat(most.get()).isLessThanOrEqualTo(10);
  }

  /** Each waits for the other: with one worker nobody would get on. */
  @Test
  void workers_work_at_the_same_time() throws InterruptedException {
    CountDownLatch both = new CountDownLatch(2);

    BatchIssuing.Count count =
        new BatchIssuing(2)
            .issue(
                badges(2),
                credential -> {
                  both.countDown();
                  try {
                    if (!both.await(60, TimeUnit.SECONDS)) {
                      throw new IllegalStateException("alone");
                    }
                  } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                  }
                  return credential;
                },
                item -> {});

    assertThat(count.issued()).isEqualTo(2);
  }

  private static Iterator<ObjectNode> badges(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> {
          ObjectNode badge = Examples.badge(i).build().toJson();
          return i == 13 ? badge.put("honours", "not defined") : badge;
        })
        .iterator();
  }
}
