/** What every room stands on: errors in plain words, identity, idempotency, encryption, audit log, clock. */
package io.tocsin.platform;
