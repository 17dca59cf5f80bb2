/** Twilio: accounts, calls within their limits, drivers, the number inventory, webhook signatures. */
package io.tocsin.telephony;
