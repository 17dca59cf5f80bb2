/** Notices: templates, rendering, linting against regimes, SMS segments, publishing. */
package io.tocsin.notice;
