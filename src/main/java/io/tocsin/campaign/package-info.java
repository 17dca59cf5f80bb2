/** Collection campaigns: calls, pages and pick-ups that bring recalled goods in, one case per item. */
package io.tocsin.campaign;
