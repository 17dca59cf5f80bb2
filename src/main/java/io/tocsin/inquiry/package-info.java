/** Contacts with people, on any channel, waiting for an agent. */
package io.tocsin.inquiry;
