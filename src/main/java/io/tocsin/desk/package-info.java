/** The agent's desk and the supervisor's board: who is at work, what they are offered, and what they know of it. */
package io.tocsin.desk;
