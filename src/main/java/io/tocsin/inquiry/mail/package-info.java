/** E-mails from people: read from a mailbox, made inquiries, answered in their conversation. */
package io.tocsin.inquiry.mail;
