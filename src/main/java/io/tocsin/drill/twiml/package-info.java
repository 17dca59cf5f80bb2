/** TwiML as the carrier reads it: the verbs that our scripts use. */
package io.tocsin.drill.twiml;
