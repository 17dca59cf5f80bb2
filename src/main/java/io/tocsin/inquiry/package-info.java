/** What people turn to a center with, on any channel: one thread per person, a queue, records, chats, what the FAQ knows. */
package io.tocsin.inquiry;
