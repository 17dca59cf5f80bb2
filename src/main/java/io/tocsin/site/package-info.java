/** The public notice site of a center: what everybody can read, ask, check and register without logging in. */
package io.tocsin.site;
