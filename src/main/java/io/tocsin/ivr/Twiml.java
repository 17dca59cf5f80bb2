package io.tocsin.ivr;

import com.fasterxml.jackson.databind.JsonNode;

/** Writes TwiML: a handful of verbs, everything escaped. Not thread-safe. */
public final class Twiml {
    private final StringBuilder out =
            new StringBuilder(512).append("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response>");

    public Twiml() {}

    public Twiml say(String language, String words) {
        if (words.isEmpty()) {
            return this;
        }
        Voice voice = Voice.of(language);
        out.append("<Say");
        attribute("language", voice.code());
        if (!voice.name().isEmpty()) {
            attribute("voice", voice.name());
        }
        out.append('>');
        text(words);
        out.append("</Say>");
        return this;
    }

    /** Listens for one key while the body speaks, then for {@code seconds} more. */
    public Twiml gatherKey(String action, int seconds, Runnable body) {
        return gather(action, seconds, "numDigits", "1", body);
    }

    /** Listens for digits that end with #. */
    Twiml gatherNumber(String action, int seconds, Runnable body) {
        return gather(action, seconds, "finishOnKey", "#", body);
    }

    private Twiml gather(String action, int seconds, String until, String value, Runnable body) {
        out.append("<Gather input=\"dtmf\"");
        attribute("action", action);
        attribute("method", "POST");
        attribute(until, value);
        if (until.equals("numDigits")) {
            // Otherwise the carrier takes # for the end of the input and never hands it over.
            attribute("finishOnKey", "");
        }
        attribute("timeout", Integer.toString(seconds));
        out.append('>');
        body.run();
        out.append("</Gather>");
        return this;
    }

    public Twiml redirect(String url) {
        out.append("<Redirect method=\"POST\">");
        text(url);
        out.append("</Redirect>");
        return this;
    }

    Twiml enqueue(String workflowSid, String action, String waitUrl, int priority, JsonNode attributes) {
        out.append("<Enqueue");
        attribute("workflowSid", workflowSid);
        attribute("action", action);
        attribute("method", "POST");
        attribute("waitUrl", waitUrl);
        attribute("waitUrlMethod", "POST");
        out.append("><Task");
        attribute("priority", Integer.toString(priority));
        out.append('>');
        text(attributes.toString());
        out.append("</Task></Enqueue>");
        return this;
    }

    Twiml record(String action, String stored, int seconds) {
        out.append("<Record");
        attribute("action", action);
        attribute("method", "POST");
        attribute("recordingStatusCallback", stored);
        attribute("recordingStatusCallbackMethod", "POST");
        attribute("maxLength", Integer.toString(seconds));
        attribute("timeout", "10");
        attribute("finishOnKey", "#");
        attribute("playBeep", "true");
        out.append("/>");
        return this;
    }

    /** Texts the caller, from the number called unless another is given. */
    Twiml sms(String from, String words) {
        out.append("<Sms");
        if (!from.isEmpty()) {
            attribute("from", from);
        }
        out.append('>');
        text(words);
        out.append("</Sms>");
        return this;
    }

    /** Connects the called person with another telephone, {@code sip:} or {@code client:} address. */
    public Twiml dial(String address, String from, String action, int seconds) {
        out.append("<Dial");
        attribute("action", action);
        attribute("method", "POST");
        attribute("timeout", Integer.toString(seconds));
        if (!from.isEmpty()) {
            attribute("callerId", from);
        }
        String noun = address.startsWith("sip:") ? "Sip" : address.startsWith("client:") ? "Client" : "Number";
        out.append("><").append(noun).append('>');
        text(noun.equals("Client") ? address.substring("client:".length()) : address);
        out.append("</").append(noun).append("></Dial>");
        return this;
    }

    Twiml leave() {
        out.append("<Leave/>");
        return this;
    }

    public Twiml hangUp() {
        out.append("<Hangup/>");
        return this;
    }

    public String document() {
        return out + "</Response>";
    }

    private void attribute(String name, String value) {
        out.append(' ').append(name).append("=\"");
        escape(value, true);
        out.append('"');
    }

    private void text(String value) {
        escape(value, false);
    }

    private void escape(String value, boolean attribute) {
        value.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append(attribute ? "&quot;" : "\"");
                case '\t', '\n', '\r' -> out.append(' ');
                default -> {
                    // What XML 1.0 cannot carry at all would make the carrier drop the call.
                    if (c >= 0x20 && c != 0xFFFE && c != 0xFFFF && (c < 0xD800 || c > 0xDFFF)) {
                        out.appendCodePoint(c);
                    }
                }
            }
        });
    }
}
