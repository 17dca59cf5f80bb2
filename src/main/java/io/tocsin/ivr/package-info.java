/** The telephone script: read and checked, walked, served to callers as TwiML from memory, every step journaled. */
package io.tocsin.ivr;
