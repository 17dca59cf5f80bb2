/** The part of TaskRouter's expression language that workflows and queues of Tocsin use. */
package io.tocsin.drill.expression;
