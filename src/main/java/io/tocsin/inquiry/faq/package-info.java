/** Finds the entry of a center's FAQ that answers what a person asks in their own words. */
package io.tocsin.inquiry.faq;
