/**
 * The shell of the web console: layout, words, navigation, log-in, assets.
 *
 * <p>How a room adds a page. A class {@code XxxPages} in the room, {@code @Path("/console/...")}, its public methods with
 * {@code @RolesAllowed} as a REST resource has them and a line each in {@code rights.csv}. A template in {@code
 * src/main/resources/templates/<room>/}, that begins with {@code {#include console/page}}; a
 * {@code @CheckedTemplate(basePath = "<room>")} names it. The method returns {@link io.tocsin.console.Console#page}. What
 * takes time is shown by {@link io.tocsin.console.Live}. A bean {@link io.tocsin.console.Navigation} puts the page into the
 * navigation. A path with {@code {centerId}} is held to the caller's centers, and carries the center's head and tabs.
 *
 * <p>Words. In a template {@code {t:say('Save', '保存')}}, in Java {@link io.tocsin.platform.Phrase}, shown by {@code
 * {phrase.words}}: both languages where the sentence is written. Times: {@code {instant.when}}.
 *
 * <p>Forms. {@code <form method="post">}, taken by {@link io.tocsin.console.Console#take}: answered by {@link
 * io.tocsin.console.Console#to} (303) if all is well; else the same page with status 422, a {@link
 * io.tocsin.console.Form} with what was entered and all violations, and {@code {#include console/errors}} above it.
 */
package io.tocsin.console;
