/** Finds and masks what looks like personal data in what people write. Pure: no state, nothing outside. */
package io.tocsin.inquiry.masking;
