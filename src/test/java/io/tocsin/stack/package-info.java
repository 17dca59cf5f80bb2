/** The embedded stack: real PostgreSQL, Kafka and Keycloak without containers, for tests and {@code ./tocsin up}. */
package io.tocsin.stack;
