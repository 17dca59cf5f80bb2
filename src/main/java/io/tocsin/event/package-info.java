/** Events: an outbox in the business transaction, a relay to Kafka, CloudEvents with schemas. */
package io.tocsin.event;
