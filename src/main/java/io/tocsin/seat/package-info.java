/** Seats: the roster, allocation, identities in Keycloak, signing in. The only room that speaks to Keycloak's admin API. */
package io.tocsin.seat;
