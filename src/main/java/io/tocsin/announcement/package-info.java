/** Announcements to an audience: approved by a second person, dispatched over Kafka, every message in a ledger. */
package io.tocsin.announcement;
