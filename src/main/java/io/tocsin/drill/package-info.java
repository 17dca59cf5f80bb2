/** The drill carrier: a stand-in for Twilio that speaks its REST API and calls our webhooks back, and simulated people. */
package io.tocsin.drill;
